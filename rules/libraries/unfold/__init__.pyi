# django-unfold 0.x: the admin in other clothes.
