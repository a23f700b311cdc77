# django-extensions 2.x to 4.x, `django_extensions.db`: a package, for the modules below it.
