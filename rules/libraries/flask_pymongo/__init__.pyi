# Flask-PyMongo 2.x and 3.x: the extension and its database.

from pymongo.synchronous.database import Database
from pymongo.synchronous.mongo_client import MongoClient

class PyMongo:
    db: Database
    cx: MongoClient
    def init_app(self, app, uri=..., *args, **kwargs): ...
    def send_file(self, filename, base=..., version=..., cache_for=..., db=...): ...
    def save_file(self, filename, fileobj, base=..., content_type=..., db=..., **kwargs): ...
