# Playhouse of Peewee 3.x, `playhouse.db_url`: `connect`.

from peewee import Database

def connect(url, unquote_password=..., unquote_user=..., **connect_params) -> Database: ...
