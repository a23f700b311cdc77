# django-taggit 1.x to 6.x: tags of models.
