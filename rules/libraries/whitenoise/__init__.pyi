# WhiteNoise 5.x and 6.x: the middleware that serves files.
