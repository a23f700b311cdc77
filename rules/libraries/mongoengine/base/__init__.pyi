# MongoEngine 0.x, `mongoengine.base`: names that live elsewhere.

from mongoengine.base.document import BaseDocument as BaseDocument
