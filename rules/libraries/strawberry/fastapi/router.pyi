# Strawberry 0.x, `strawberry.fastapi.router`: `GraphQLRouter`.

from fastapi.routing import APIRouter

class GraphQLRouter(APIRouter): ...
