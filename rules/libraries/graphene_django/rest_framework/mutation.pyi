# graphene-django 2.x and 3.x, `graphene_django.rest_framework.mutation`: `SerializerMutation`.

from graphene.relay.mutation import ClientIDMutation

class SerializerMutation(ClientIDMutation): ...
