# Django 2.x to 5.x, `django.template.utils`: `EngineHandler`.

from django.template.backends.base import BaseEngine

class EngineHandler:
    def __getitem__(self, alias) -> BaseEngine: ...
    def all(self) -> list[BaseEngine]: ...
