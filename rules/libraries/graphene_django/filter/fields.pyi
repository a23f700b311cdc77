# graphene-django 2.x and 3.x, `graphene_django.filter.fields`: `DjangoFilterConnectionField`.

from graphene_django.fields import DjangoConnectionField

class DjangoFilterConnectionField(DjangoConnectionField): ...
