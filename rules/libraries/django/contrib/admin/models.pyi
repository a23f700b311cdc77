# Django 2.x to 5.x, `django.contrib.admin.models`: `LogEntry`.

from django.db.models.base import Model

class LogEntry(Model): ...
