# Pyramid 1.x and 2.x, `pyramid.security`: `SecurityAPIMixin`, `AuthenticationAPIMixin`, `remember`, `forget` and others.

from typing import Any

class SecurityAPIMixin:
    identity: Any
    authenticated_userid: Any
    def has_permission(self, permission, context=...): ...
    is_authenticated: bool

class AuthenticationAPIMixin:
    unauthenticated_userid: Any

def remember(request, userid, **kw): ...
def forget(request, **kw): ...
Allow: Any
Deny: Any
Everyone: Any
Authenticated: Any
