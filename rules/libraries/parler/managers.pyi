# django-parler 2.x, `parler.managers`: `TranslatableManager`, `TranslatableQuerySet`.

from django.db.models.manager import Manager
from django.db.models.query import QuerySet

class TranslatableManager(Manager): ...
class TranslatableQuerySet(QuerySet): ...
