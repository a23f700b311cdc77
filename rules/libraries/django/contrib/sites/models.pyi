# Django 2.x to 5.x, `django.contrib.sites.models`: `Site`, `SiteManager`.

from django.db.models.base import Model
from django.db.models.manager import Manager

class Site(Model):
    domain: str
    name: str

class SiteManager(Manager): ...
