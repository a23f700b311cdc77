# Django 2.x to 5.x, `django.contrib.admin.views`: a package, for the modules below it.
