# django-treebeard 4.x: models in trees.
