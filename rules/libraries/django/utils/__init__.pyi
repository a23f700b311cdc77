# Django 2.x to 5.x, `django.utils`: a package, for the modules below it.
