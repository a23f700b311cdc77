# django-mptt 0.x, `mptt.querysets`: `TreeQuerySet`.

from django.db.models.query import QuerySet

class TreeQuerySet[M](QuerySet[M]): ...
