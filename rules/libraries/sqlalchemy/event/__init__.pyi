# SQLAlchemy 1.4 and 2.x, `sqlalchemy.event`: names that live elsewhere.

from sqlalchemy.event.api import listen as listen, listens_for as listens_for, remove as remove
