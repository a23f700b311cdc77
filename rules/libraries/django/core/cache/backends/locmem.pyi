# Django 2.x to 5.x, `django.core.cache.backends.locmem`: `LocMemCache`.

from django.core.cache.backends.base import BaseCache

class LocMemCache(BaseCache): ...
