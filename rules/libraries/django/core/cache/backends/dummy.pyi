# Django 2.x to 5.x, `django.core.cache.backends.dummy`: `DummyCache`.

from django.core.cache.backends.base import BaseCache

class DummyCache(BaseCache): ...
