# Django 2.x to 5.x, `django.apps.config`: `AppConfig`.

from collections.abc import Iterator
from django.db.models.base import Model

class AppConfig:
    def ready(self): ...
    name: str
    label: str
    path: str
    verbose_name: str
    def get_model(self, model_name, require_ready=...) -> type[Model]: ...
    def get_models(self, include_auto_created=..., include_swapped=...) -> Iterator[type[Model]]: ...
    default_auto_field: str
