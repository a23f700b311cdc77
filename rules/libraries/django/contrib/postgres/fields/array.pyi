# Django 2.x to 5.x, `django.contrib.postgres.fields.array`: `ArrayField`.

from django.db.models.fields import Field

class ArrayField(Field): ...
