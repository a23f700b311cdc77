# django-mptt 0.x, `mptt.managers`: `TreeManager`.

from django.db.models.manager import Manager

class TreeManager[M](Manager[M]): ...
