# Django 2.x to 5.x, `django.contrib.flatpages.models`: `FlatPage`.

from django.db.models.base import Model

class FlatPage(Model): ...
