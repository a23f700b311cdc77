# pytest 6.x to 9.x, `_pytest._code`: a package, for the modules below it.
