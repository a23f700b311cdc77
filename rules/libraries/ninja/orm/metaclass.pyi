# Django Ninja 0.x and 1.x, `ninja.orm.metaclass`: `ModelSchema`.

from ninja.schema import Schema

class ModelSchema(Schema): ...
