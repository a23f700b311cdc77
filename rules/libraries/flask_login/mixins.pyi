# Flask-Login 0.x, `flask_login.mixins`: `UserMixin`, `AnonymousUserMixin`.

class UserMixin:
    is_authenticated: bool
    is_active: bool
    is_anonymous: bool
    def get_id(self) -> str: ...

class AnonymousUserMixin:
    is_authenticated: bool
    is_active: bool
    is_anonymous: bool
    def get_id(self): ...
