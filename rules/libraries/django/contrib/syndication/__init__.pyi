# Django 2.x to 5.x, `django.contrib.syndication`: a package, for the modules below it.
