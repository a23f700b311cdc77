# django-treebeard 4.x, `treebeard.models`: `Node`.

from django.db.models.base import Model

class Node(Model): ...
