# Django 2.x to 5.x, `django.core.mail.backends`: a package, for the modules below it.
