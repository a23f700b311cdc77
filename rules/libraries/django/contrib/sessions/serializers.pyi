# Django 2.x to 5.x, `django.contrib.sessions.serializers`: `PickleSerializer`.

from django.core.signing import JSONSerializer as JSONSerializer

class PickleSerializer:
    def dumps(self, obj) -> bytes: ...
    def loads(self, data): ...
