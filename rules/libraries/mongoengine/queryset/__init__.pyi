# MongoEngine 0.x, `mongoengine.queryset`: names that live elsewhere.

from mongoengine.queryset.queryset import QuerySet as QuerySet
