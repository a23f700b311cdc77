# Strawberry 0.x, `strawberry.federation`: names that live elsewhere.

from strawberry.federation.field import field as field, field as mutation
from strawberry.federation.object_type import input as input, interface as interface, type as type
