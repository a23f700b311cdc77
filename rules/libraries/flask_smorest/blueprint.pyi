# flask-smorest 0.x, `flask_smorest.blueprint`: `Blueprint`.

from collections.abc import Callable
from flask.blueprints import Blueprint as _FlaskBlueprint
from flask_smorest.arguments import ArgumentsMixin
from flask_smorest.etag import EtagMixin
from flask_smorest.pagination import PaginationMixin
from flask_smorest.response import ResponseMixin

class Blueprint(_FlaskBlueprint, ArgumentsMixin, ResponseMixin, PaginationMixin, EtagMixin):
    @staticmethod
    def doc[F](**kwargs) -> Callable[[F], F]: ...
