# Django 2.x to 5.x, `django.db`: `connection`, `connections`, `router`, `reset_queries` and others.

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler, ConnectionRouter
from django.db.utils import DataError as DataError, DatabaseError as DatabaseError, Error as Error, IntegrityError as IntegrityError, InterfaceError as InterfaceError, InternalError as InternalError, NotSupportedError as NotSupportedError, OperationalError as OperationalError, ProgrammingError as ProgrammingError

connection: BaseDatabaseWrapper
connections: ConnectionHandler
router: ConnectionRouter
def reset_queries(**kwargs): ...
def close_old_connections(**kwargs): ...
