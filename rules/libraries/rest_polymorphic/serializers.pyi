# django-rest-polymorphic 0.x, `rest_polymorphic.serializers`: `PolymorphicSerializer`.

from rest_framework.serializers import Serializer

class PolymorphicSerializer(Serializer): ...
