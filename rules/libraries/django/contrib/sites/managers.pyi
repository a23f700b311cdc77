# Django 2.x to 5.x, `django.contrib.sites.managers`: `CurrentSiteManager`.

from django.db.models.manager import Manager

class CurrentSiteManager(Manager): ...
