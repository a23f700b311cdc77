# SQLAlchemy 1.4 and 2.x, `sqlalchemy.ext.declarative.api`: names that live elsewhere.

from sqlalchemy.orm.decl_api import declarative_base as declarative_base, declared_attr as declared_attr
