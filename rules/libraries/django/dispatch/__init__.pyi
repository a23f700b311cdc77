# Django 2.x to 5.x, `django.dispatch`: names that live elsewhere.

from django.dispatch.dispatcher import Signal as Signal, receiver as receiver
