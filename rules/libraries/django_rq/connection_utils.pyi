# django-rq 2.x and later, `django_rq.connection_utils`: `get_connection`.

from redis.client import Redis

def get_connection(name=..., use_strict_redis=...) -> Redis: ...
