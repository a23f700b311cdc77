# SQLAlchemy 1.4 and 2.x, `sqlalchemy.sql`: names that live elsewhere.

from sqlalchemy.sql._dml_constructors import delete as delete, insert as insert, update as update
from sqlalchemy.sql._elements_constructors import text as text
from sqlalchemy.sql._selectable_constructors import select as select
from sqlalchemy.sql.base import Executable as Executable
from sqlalchemy.sql.elements import literal_column as literal_column
from sqlalchemy.sql.functions import func as func
from sqlalchemy.sql.selectable import Select as Select
