# google-auth 1.x and 2.x: tokens verified.
