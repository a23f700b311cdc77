# django-treebeard 4.x, `treebeard.al_tree`: `AL_Node`.

from treebeard.models import Node

class AL_Node(Node): ...
