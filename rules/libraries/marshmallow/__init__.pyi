# marshmallow 3.x: schemas, fields, validators and hooks.

from marshmallow.constants import EXCLUDE as EXCLUDE, INCLUDE as INCLUDE, RAISE as RAISE
from marshmallow.decorators import post_dump as post_dump, post_load as post_load, pre_dump as pre_dump, pre_load as pre_load, validates as validates, validates_schema as validates_schema
from marshmallow.exceptions import ValidationError as ValidationError
from marshmallow.schema import Schema as Schema
