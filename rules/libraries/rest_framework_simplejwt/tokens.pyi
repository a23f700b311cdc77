# Simple JWT 4.x and 5.x, `rest_framework_simplejwt.tokens`: `Token`, `RefreshToken`, `AccessToken`.

from typing import Self

class Token:
    @classmethod
    def for_user(cls, user) -> Self: ...

class RefreshToken(Token):
    access_token: AccessToken
    def blacklist(self): ...

class AccessToken(Token): ...
