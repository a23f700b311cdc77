# WebHelpers 1.x: strings that count as safe markup.
