# SQLAlchemy 1.4 and 2.x, `sqlalchemy.ext.declarative`: `declarative_base`.

from sqlalchemy.ext.declarative.extensions import AbstractConcreteBase as AbstractConcreteBase, ConcreteBase as ConcreteBase, DeferredReflection as DeferredReflection
from sqlalchemy.orm.decl_api import declared_attr as declared_attr

def declarative_base(*arg, **kw): ...
