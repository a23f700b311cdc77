# attrs 20 and later: classes, fields and validators.

from attr._funcs import has as has
from attr._make import Factory as Factory, NOTHING as NOTHING, evolve as evolve, fields as fields, make_class as make_class
from attr._next_gen import asdict as asdict, astuple as astuple, define as define, define as mutable, field as field, frozen as frozen
