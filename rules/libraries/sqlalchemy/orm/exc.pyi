# SQLAlchemy 1.4 and 2.x, `sqlalchemy.orm.exc`: `StaleDataError`.

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import MultipleResultsFound as MultipleResultsFound, NoResultFound as NoResultFound

class StaleDataError(SQLAlchemyError): ...
