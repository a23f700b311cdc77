# Django 2.x to 5.x, `django.contrib.sessions`: a package, for the modules below it.
