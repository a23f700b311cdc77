# SQLAlchemy 1.4 and 2.x, `sqlalchemy.ext.automap`: `AutomapBase`, `automap_base`.

from typing import Any

class AutomapBase:
    @classmethod
    def prepare(cls, autoload_with=..., engine=..., reflect=..., schema=..., classname_for_table=..., modulename_for_table=..., collection_class=..., name_for_scalar_relationship=..., name_for_collection_relationship=..., generate_relationship=..., reflection_options=...): ...
    classes: Any

def automap_base(declarative_base=..., **kw) -> type[AutomapBase]: ...
