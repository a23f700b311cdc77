# Django 2.x to 5.x, `django.core.serializers.python`: `Serializer`.

from django.core.serializers.base import Serializer as _DjangoSerializer

class Serializer(_DjangoSerializer): ...
