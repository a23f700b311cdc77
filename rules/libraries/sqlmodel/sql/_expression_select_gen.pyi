# SQLModel 0.x, `sqlmodel.sql._expression_select_gen`: `select`.

from sqlmodel.sql._expression_select_cls import SelectOfScalar

def select(*entities) -> SelectOfScalar: ...
