# Pony ORM 0.x, `pony.orm`: names that live elsewhere.

from pony.orm.core import Database as Database, Discriminator as Discriminator, Optional as Optional, PrimaryKey as PrimaryKey, Required as Required, Set as Set, commit as commit, count as count, db_session as db_session, delete as delete, desc as desc, exists as exists, flush as flush, get as get, left_join as left_join, rollback as rollback, select as select
from pony.orm.ormtypes import raw_sql as raw_sql
