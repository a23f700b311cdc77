# django-safedelete 1.x, `safedelete.queryset`: `SafeDeleteQueryset`.

from django.db.models.query import QuerySet

class SafeDeleteQueryset(QuerySet): ...
