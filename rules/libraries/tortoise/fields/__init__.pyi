# Tortoise ORM 0.x, `tortoise.fields`: names that live elsewhere.

from tortoise.fields.base import Field as Field
from tortoise.fields.data import BooleanField as BooleanField, CharField as CharField, DatetimeField as DatetimeField, IntField as IntField, JSONField as JSONField, TextField as TextField, UUIDField as UUIDField
from tortoise.fields.relational import ForeignKeyField as ForeignKeyField, ManyToManyField as ManyToManyField, OneToOneField as OneToOneField
