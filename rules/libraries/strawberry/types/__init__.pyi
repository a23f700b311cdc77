# Strawberry 0.x, `strawberry.types`: names that live elsewhere.

from strawberry.types.info import Info as Info
