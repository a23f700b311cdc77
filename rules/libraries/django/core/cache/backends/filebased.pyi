# Django 2.x to 5.x, `django.core.cache.backends.filebased`: `FileBasedCache`.

from django.core.cache.backends.base import BaseCache

class FileBasedCache(BaseCache): ...
