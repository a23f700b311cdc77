# graphene-django 2.x and 3.x, `graphene_django.fields`: `DjangoListField`, `DjangoConnectionField`.

from graphene.relay.connection import IterableConnectionField
from graphene.types.field import Field

class DjangoListField(Field): ...
class DjangoConnectionField(IterableConnectionField): ...
