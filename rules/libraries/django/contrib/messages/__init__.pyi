# Django 2.x to 5.x, `django.contrib.messages`: names that live elsewhere.

from django.contrib.messages.api import add_message as add_message, debug as debug, error as error, get_messages as get_messages, info as info, success as success, warning as warning
