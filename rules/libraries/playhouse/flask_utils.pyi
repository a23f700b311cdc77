# Playhouse of Peewee 3.x, `playhouse.flask_utils`: `FlaskDB`.

from peewee import Model as _PeeweeModel
from typing import Any

class FlaskDB:
    database: Any
    Model: type[_PeeweeModel]
