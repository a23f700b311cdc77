# Simple JWT 4.x and 5.x: serializers and views of tokens.
