# Django 2.x to 5.x, `django.views`: names that live elsewhere.

from django.views.generic.base import View as View
