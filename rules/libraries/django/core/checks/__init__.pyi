# Django 2.x to 5.x, `django.core.checks`: names that live elsewhere.

from django.core.checks.messages import Error as Error, Warning as Warning
from django.core.checks.registry import register as register
