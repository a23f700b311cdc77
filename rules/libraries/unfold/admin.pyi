# django-unfold 0.x, `unfold.admin`: `ModelAdmin`.

from django.contrib.admin.options import ModelAdmin as _DjangoModelAdmin

class ModelAdmin(_DjangoModelAdmin): ...
