# django-rest-polymorphic 0.x: serializers of several classes.
