# Flask-SQLAlchemy 2.x and 3.x: the extension, its session, models and queries.

from flask_sqlalchemy.extension import SQLAlchemy as SQLAlchemy
from flask_sqlalchemy.query import Query as BaseQuery
from flask_sqlalchemy.model import Model as Model
from flask_sqlalchemy.pagination import Pagination as Pagination

def get_debug_queries(): ...
