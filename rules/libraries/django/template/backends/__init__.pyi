# Django 2.x to 5.x, `django.template.backends`: a package, for the modules below it.
