# graphene-django 2.x and 3.x, `graphene_django.views`: `GraphQLView`.

from collections.abc import Callable
from django.http.response import HttpResponse
from django.views.generic.base import View

class GraphQLView(View):
    @classmethod
    def as_view(cls, **initkwargs) -> Callable[..., HttpResponse]: ...
