# SQLAlchemy 1.4 and 2.x, `sqlalchemy.testing`: names that live elsewhere.

from sqlalchemy.testing.config import fixture as fixture
