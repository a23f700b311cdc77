# Django 2.x to 5.x, `django.core.cache.backends.db`: `DatabaseCache`.

from django.core.cache.backends.base import BaseCache

class DatabaseCache(BaseCache): ...
