# Django 2.x to 5.x, `django.db.backends.base`: a package, for the modules below it.
