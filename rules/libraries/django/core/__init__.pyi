# Django 2.x to 5.x, `django.core`: a package, for the modules below it.
