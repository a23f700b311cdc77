# Django 2.x to 5.x, `django.contrib.sites.admin`: `SiteAdmin`.

from django.contrib.admin.options import ModelAdmin

class SiteAdmin(ModelAdmin): ...
