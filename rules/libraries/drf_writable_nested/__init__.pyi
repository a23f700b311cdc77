# drf-writable-nested 0.x: serializers that write what is nested.

from drf_writable_nested.serializers import WritableNestedModelSerializer as WritableNestedModelSerializer
