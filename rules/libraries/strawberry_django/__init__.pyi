# strawberry-graphql-django 0.x: types made from models.

from strawberry_django.fields.field import field as field
from strawberry_django.mutations.mutations import mutation as mutation
from strawberry_django.type import type as type
