# Playhouse of Peewee 3.x, `playhouse.signals`: `Model`.

from peewee import Model as _PeeweeModel

class Model(_PeeweeModel): ...
