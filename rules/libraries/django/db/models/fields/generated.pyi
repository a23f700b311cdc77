# Django 2.x to 5.x, `django.db.models.fields.generated`: `GeneratedField`.

from django.db.models.fields import Field

class GeneratedField(Field): ...
