# django-simple-history 3.x: models with their history.
