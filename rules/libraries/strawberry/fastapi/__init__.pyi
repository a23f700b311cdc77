# Strawberry 0.x, `strawberry.fastapi`: names that live elsewhere.

from strawberry.fastapi.router import GraphQLRouter as GraphQLRouter
