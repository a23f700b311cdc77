# Django 2.x to 5.x, `django.apps`: names that live elsewhere.

from django.apps.config import AppConfig as AppConfig
from django.apps.registry import apps as apps
