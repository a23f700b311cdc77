# Django 2.x to 5.x, `django.core.cache.backends`: a package, for the modules below it.
