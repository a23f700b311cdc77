# graphene-django 2.x and 3.x, `graphene_django.filter`: names that live elsewhere.

from graphene_django.filter.fields import DjangoFilterConnectionField as DjangoFilterConnectionField
