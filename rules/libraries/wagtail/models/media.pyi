# Wagtail 2.x to 7.x, `wagtail.models.media`: `Collection`.

from treebeard.mp_tree import MP_Node

class Collection(MP_Node): ...
