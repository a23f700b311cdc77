# drf-writable-nested 0.x, `drf_writable_nested.serializers`: `WritableNestedModelSerializer`.

from rest_framework.serializers import ModelSerializer

class WritableNestedModelSerializer(ModelSerializer): ...
