# Django REST framework 3.x, `rest_framework.authtoken.models`: `Token`.

from django.contrib.auth.models import User
from django.db.models.base import Model

class Token(Model):
    key: str
    user: User
    @classmethod
    def generate_key(cls) -> str: ...
