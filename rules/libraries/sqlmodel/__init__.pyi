# SQLModel 0.x: models, fields and the session.

from sqlalchemy.engine.create import create_engine as create_engine
from sqlalchemy.sql._dml_constructors import delete as delete, update as update
from sqlalchemy.sql._elements_constructors import text as text
from sqlalchemy.sql.schema import Column as Column
from sqlmodel.main import Field as Field, Relationship as Relationship, SQLModel as SQLModel
from sqlmodel.orm.session import Session as Session
from sqlmodel.sql._expression_select_gen import select as select
