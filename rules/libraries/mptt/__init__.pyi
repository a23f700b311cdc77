# django-mptt 0.x: models in trees.
