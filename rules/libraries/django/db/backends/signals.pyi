# Django 2.x to 5.x, `django.db.backends.signals`: `connection_created`.

from django.dispatch.dispatcher import Signal

connection_created: Signal
