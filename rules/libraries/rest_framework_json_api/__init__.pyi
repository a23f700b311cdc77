# djangorestframework-jsonapi 4.x to 7.x: serializers of JSON:API.
