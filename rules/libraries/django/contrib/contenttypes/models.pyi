# Django 2.x to 5.x, `django.contrib.contenttypes.models`: `ContentType`, `ContentTypeManager`.

from django.db.models.base import Model
from django.db.models.manager import Manager
from typing import Self

class ContentType(Model):
    def model_class(self) -> type[Model] | None: ...
    def get_object_for_this_type(self, using=..., **kwargs) -> Model: ...
    app_label: str
    model: str
    objects: ContentTypeManager[Self]

class ContentTypeManager[M](Manager[M]):
    def get_for_model(self, model, for_concrete_model=...) -> M: ...
    def get_for_id(self, id) -> M: ...
    def get_by_natural_key(self, app_label, model) -> M: ...
