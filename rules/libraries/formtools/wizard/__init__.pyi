# django-formtools 2.x, `formtools.wizard`: a package, for the modules below it.
