# Django 2.x to 5.x, `django.contrib.gis.db`: a package, for the modules below it.
