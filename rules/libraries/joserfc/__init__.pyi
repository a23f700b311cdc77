# joserfc 0.x and 1.x: tokens encoded and decoded.
