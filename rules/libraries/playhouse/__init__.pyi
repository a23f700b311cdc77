# Playhouse of Peewee 3.x: what goes with other libraries.
