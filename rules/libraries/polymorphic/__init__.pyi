# django-polymorphic 3.x and 4.x: models of several classes in one query.
