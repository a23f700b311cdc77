# marshmallow-jsonapi 0.x: schemas of JSON:API.

from marshmallow_jsonapi.schema import Schema as Schema
