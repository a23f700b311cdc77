# Django 2.x to 5.x, `django.core.handlers`: a package, for the modules below it.
