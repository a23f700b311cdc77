# djangorestframework-gis 0.x and 1.x: serializers of places.
