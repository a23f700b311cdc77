# SQLAlchemy 1.4 and 2.x, `sqlalchemy.orm`: `mapper`, `create_session`, `relation`, `eagerload`.

from sqlalchemy.orm._orm_constructors import aliased as aliased, backref as backref, column_property as column_property, composite as composite, deferred as deferred, dynamic_loader as dynamic_loader, mapped_column as mapped_column, relationship as relationship, synonym as synonym
from sqlalchemy.orm.base import Mapped as Mapped, class_mapper as class_mapper
from sqlalchemy.orm.decl_api import DeclarativeBase as DeclarativeBase, DeclarativeBaseNoMeta as DeclarativeBaseNoMeta, MappedAsDataclass as MappedAsDataclass, declarative_base as declarative_base, declared_attr as declared_attr, registry as registry
from sqlalchemy.orm.mapper import Mapper as Mapper, configure_mappers as configure_mappers, reconstructor as reconstructor, validates as validates
from sqlalchemy.orm.properties import MappedColumn as MappedColumn
from sqlalchemy.orm.query import Query as Query
from sqlalchemy.orm.relationships import Relationship as Relationship, RelationshipProperty as RelationshipProperty
from sqlalchemy.orm.scoping import scoped_session as scoped_session
from sqlalchemy.orm.session import Session as Session, SessionTransaction as SessionTransaction, close_all_sessions as close_all_sessions, object_session as object_session, sessionmaker as sessionmaker
from sqlalchemy.orm.strategy_options import Load as Load, contains_eager as contains_eager, defer as defer, joinedload as joinedload, lazyload as lazyload, load_only as load_only, noload as noload, raiseload as raiseload, selectinload as selectinload, subqueryload as subqueryload, undefer as undefer
from sqlalchemy.orm.session import Session
from sqlalchemy.orm.relationships import Relationship

def mapper(class_, local_table=..., **kwargs): ...
def create_session(bind=..., **kwargs) -> Session: ...
def relation(argument=..., **kwargs) -> Relationship: ...
def eagerload(*args, **kwargs): ...
