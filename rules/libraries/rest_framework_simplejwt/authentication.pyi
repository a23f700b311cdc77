# Simple JWT 4.x and 5.x, `rest_framework_simplejwt.authentication`: `JWTAuthentication`.

from rest_framework.authentication import BaseAuthentication

class JWTAuthentication(BaseAuthentication): ...
