# SQLModel 0.x, `sqlmodel.sql._expression_select_cls`: `SelectOfScalar`.

from sqlalchemy.sql.selectable import Select

class SelectOfScalar(Select): ...
