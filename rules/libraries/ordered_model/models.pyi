# django-ordered-model 3.x, `ordered_model.models`: `OrderedModel`.

from django.db.models.base import Model

class OrderedModel(Model): ...
