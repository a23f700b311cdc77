# SQLAlchemy 1.4 and 2.x, `sqlalchemy.orm.collections`: names that live elsewhere.

from sqlalchemy.orm.mapped_collection import attribute_keyed_dict as attribute_mapped_collection
