# django-extensions 2.x to 4.x: abstract models.
