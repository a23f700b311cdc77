# Django 2.x to 5.x, `django.contrib.staticfiles`: a package, for the modules below it.
