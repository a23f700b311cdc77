# Django 2.x to 5.x, `django.core.cache.backends.redis`: `RedisCache`.

from django.core.cache.backends.base import BaseCache

class RedisCache(BaseCache): ...
