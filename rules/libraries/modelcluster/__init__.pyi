# django-modelcluster 5.x and 6.x: models with children that are saved together.
