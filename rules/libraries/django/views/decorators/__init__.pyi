# Django 2.x to 5.x, `django.views.decorators`: a package, for the modules below it.
