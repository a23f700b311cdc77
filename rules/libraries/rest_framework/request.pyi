# Django REST framework 3.x, `rest_framework.request`: `Request`.

from django.contrib.auth.models import AnonymousUser, User
from django.http.request import HttpRequest, QueryDict
from typing import Any

class Request(HttpRequest):
    data: QueryDict
    query_params: QueryDict
    user: User | AnonymousUser
    auth: Any
    authenticators: Any
    parsers: Any
    successful_authenticator: Any
    stream: Any
    accepted_renderer: Any
    accepted_media_type: Any
    version: Any
    versioning_scheme: Any
    _request: HttpRequest
