# Simple JWT 4.x and 5.x, `rest_framework_simplejwt.serializers`: `TokenObtainPairSerializer`, `TokenObtainSerializer`, `TokenRefreshSerializer`.

from rest_framework.serializers import Serializer
from rest_framework_simplejwt.tokens import Token

class TokenObtainSerializer(Serializer):
    @classmethod
    def get_token(cls, user) -> Token: ...

class TokenObtainPairSerializer(TokenObtainSerializer): ...
class TokenRefreshSerializer(Serializer): ...
