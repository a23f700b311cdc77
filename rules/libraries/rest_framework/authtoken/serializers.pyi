# Django REST framework 3.x, `rest_framework.authtoken.serializers`: `AuthTokenSerializer`.

from rest_framework.serializers import Serializer

class AuthTokenSerializer(Serializer): ...
