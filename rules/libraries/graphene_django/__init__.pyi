# graphene-django 2.x and 3.x: types made from models.

from graphene_django.types import DjangoObjectType as DjangoObjectType
