# Tortoise ORM 0.x: models, fields and query sets.

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import connections as connections
from tortoise.models import Model as Model

class Tortoise:
    @classmethod
    async def init(cls, config=..., config_file=..., _create_db=..., db_url=..., modules=..., use_tz=..., timezone=..., routers=..., table_name_generator=..., init_connections=..., _enable_global_fallback=...): ...
    @classmethod
    async def generate_schemas(cls, safe=...): ...
    @classmethod
    async def close_connections(cls): ...
    @classmethod
    def get_connection(cls, connection_name) -> BaseDBAsyncClient: ...
