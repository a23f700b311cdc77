# Django 2.x to 5.x, `django.forms.boundfield`: `BoundField`.

from django.forms.fields import Field
from django.forms.utils import ErrorList

class BoundField:
    def value(self): ...
    field: Field
    errors: ErrorList
