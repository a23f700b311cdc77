# django-mptt 0.x, `mptt.fields`: `TreeForeignKey`.

from django.db.models.fields.related import ForeignKey

class TreeForeignKey(ForeignKey): ...
