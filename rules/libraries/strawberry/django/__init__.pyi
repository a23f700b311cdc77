# Strawberry 0.x, `strawberry.django`: names that live elsewhere.

from strawberry_django.fields.field import field as field
from strawberry_django.mutations.mutations import mutation as mutation
from strawberry_django.type import type as type
