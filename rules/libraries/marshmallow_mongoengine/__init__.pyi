# marshmallow-mongoengine 0.x: schemas made from documents.

from marshmallow_mongoengine.schema import ModelSchema as ModelSchema
