# django-modelcluster 5.x and 6.x, `modelcluster.models`: `ClusterableModel`.

from django.db.models.base import Model

class ClusterableModel(Model): ...
