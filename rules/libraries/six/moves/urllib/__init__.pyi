# six 1.x, `six.moves.urllib`: a package, for the modules below it.
