# Django 2.x to 5.x, `django.core.serializers.base`: `Serializer`.

class Serializer:
    def serialize(self, queryset, *, stream=..., fields=..., use_natural_foreign_keys=..., use_natural_primary_keys=..., progress_output=..., object_count=..., **options): ...
