# Django 2.x to 5.x, `django.forms.utils`: `ErrorDict`, `ErrorList`, `RenderableErrorMixin`.

from collections import UserList
from django.core.exceptions import ValidationError as ValidationError

class RenderableErrorMixin:
    def as_json(self, escape_html=...): ...

class ErrorDict(dict, RenderableErrorMixin):
    def as_data(self): ...

class ErrorList(UserList, list, RenderableErrorMixin): ...
