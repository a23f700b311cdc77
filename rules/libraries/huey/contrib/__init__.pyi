# huey 2.x, `huey.contrib`: a package, for the modules below it.
