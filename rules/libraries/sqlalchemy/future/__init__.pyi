# SQLAlchemy 1.4 and 2.x, `sqlalchemy.future`: names that live elsewhere.

from sqlalchemy.sql._selectable_constructors import select as select
from sqlalchemy.engine.create import create_engine as create_engine
from sqlalchemy.engine.base import Connection as Connection, Engine as Engine
from sqlalchemy.sql._selectable_constructors import select as select
