# Twisted 18 and later, `twisted.trial`: a package, for the modules below it.
