# django-treebeard 4.x, `treebeard.ns_tree`: `NS_Node`, `NS_NodeManager`.

from django.db.models.manager import Manager
from treebeard.models import Node

class NS_Node(Node): ...
class NS_NodeManager(Manager): ...
