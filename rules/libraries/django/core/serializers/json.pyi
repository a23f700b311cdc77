# Django 2.x to 5.x, `django.core.serializers.json`: `DjangoJSONEncoder`.

from json.encoder import JSONEncoder

class DjangoJSONEncoder(JSONEncoder): ...
