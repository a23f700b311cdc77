# Starlette 0.x, `starlette.authentication`: `requires`, `AuthenticationBackend`, `AuthCredentials`, `SimpleUser` and others.

from collections.abc import Callable

def requires[F](scopes, status_code=..., redirect=...) -> Callable[[F], F]: ...

class AuthenticationBackend:
    async def authenticate(self, conn): ...

class AuthCredentials: ...

class BaseUser:
    is_authenticated: bool
    display_name: str
    identity: str

class SimpleUser(BaseUser): ...
class AuthenticationError(Exception): ...
