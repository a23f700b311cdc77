# SQLModel 0.x, `sqlmodel.sql.expression`: names that live elsewhere.

from sqlmodel.sql._expression_select_cls import SelectOfScalar as SelectOfScalar
