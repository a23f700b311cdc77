# Django 2.x to 5.x, `django.core.files`: names that live elsewhere.

from django.core.files.base import File as File
