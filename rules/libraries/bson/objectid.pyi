# the bson package of PyMongo 3.x and 4.x, `bson.objectid`: `ObjectId`.

from datetime import datetime

class ObjectId:
    binary: bytes
    generation_time: datetime
    @classmethod
    def is_valid(cls, oid) -> bool: ...
