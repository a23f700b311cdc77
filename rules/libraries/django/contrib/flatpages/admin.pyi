# Django 2.x to 5.x, `django.contrib.flatpages.admin`: `FlatPageAdmin`.

from django.contrib.admin.options import ModelAdmin

class FlatPageAdmin(ModelAdmin): ...
