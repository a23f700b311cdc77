# Alembic 1.x: the operations that migrations call.
