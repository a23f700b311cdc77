# Pony ORM 0.x: the database, entities and queries.
