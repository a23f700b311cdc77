# Graphene 2.x and 3.x, `graphene.types.schema`: `Schema`.

from typing import Any

class Schema:
    def execute(self, *args, **kwargs): ...
    async def execute_async(self, *args, **kwargs): ...
    query: Any
    mutation: Any
