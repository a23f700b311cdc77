# Django 2.x to 5.x, `django.db.models.options`: `Options`.

from django.db.models.base import Model
from django.db.models.fields import Field
from django.db.models.manager import Manager

class Options:
    app_label: str
    model_name: str
    object_name: str
    label: str
    label_lower: str
    db_table: str
    verbose_name: str
    verbose_name_plural: str
    def get_field(self, field_name) -> Field: ...
    def get_fields(self, include_parents=..., include_hidden=...) -> list[Field]: ...
    fields: list[Field]
    concrete_fields: list[Field]
    many_to_many: list[Field]
    pk: Field
    model: type[Model]
    default_manager: Manager
    abstract: bool
    proxy: bool
