# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.postgresql`: names that live elsewhere.

from sqlalchemy.dialects.postgresql.array import ARRAY as ARRAY
from sqlalchemy.dialects.postgresql.dml import Insert as Insert, insert as insert
from sqlalchemy.dialects.postgresql.hstore import HSTORE as HSTORE
from sqlalchemy.dialects.postgresql.json import JSON as JSON, JSONB as JSONB
from sqlalchemy.dialects.postgresql.named_types import ENUM as ENUM
from sqlalchemy.dialects.postgresql.types import INET as INET, TSVECTOR as TSVECTOR
from sqlalchemy.sql.sqltypes import UUID as UUID
