# django-safedelete 1.x: models that are marked rather than deleted.
