# Django 2.x to 5.x, `django.contrib.postgres.fields.hstore`: `HStoreField`.

from django.db.models.fields import Field

class HStoreField(Field): ...
