# PyMongo 3.x and 4.x, `pymongo.results`: `InsertOneResult`, `InsertManyResult`, `UpdateResult`, `DeleteResult` and others.

from typing import Any

class _WriteResult:
    acknowledged: bool

class InsertOneResult(_WriteResult):
    inserted_id: Any

class InsertManyResult(_WriteResult):
    inserted_ids: list[object]

class UpdateResult(_WriteResult):
    matched_count: int
    modified_count: int
    upserted_id: Any

class DeleteResult(_WriteResult):
    deleted_count: int

class BulkWriteResult(_WriteResult): ...
