# django-solo 2.x: models with one row.
