# Django 2.x to 5.x, `django.db.models.fields.json`: `JSONField`.

from django.db.models.fields import Field

class JSONField(Field): ...
