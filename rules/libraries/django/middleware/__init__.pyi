# Django 2.x to 5.x, `django.middleware`: a package, for the modules below it.
