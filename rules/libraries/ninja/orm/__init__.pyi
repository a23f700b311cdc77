# Django Ninja 0.x and 1.x, `ninja.orm`: names that live elsewhere.

from ninja.orm.metaclass import ModelSchema as ModelSchema
