# Django 2.x to 5.x, `django.utils.log`: `AdminEmailHandler`.

from logging import Handler

class AdminEmailHandler(Handler): ...
