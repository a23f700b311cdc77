# marshmallow-oneofschema 3.x: schemas of several classes.

from marshmallow_oneofschema.one_of_schema import OneOfSchema as OneOfSchema
