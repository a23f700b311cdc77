# Django 2.x to 5.x, `django.core.cache`: `cache`, `CacheHandler`, `caches`.

from django.core.cache.backends.base import BaseCache

cache: BaseCache

class CacheHandler:
    def __getitem__(self, alias) -> BaseCache: ...

caches: CacheHandler
