# Falcon 2.x to 4.x: the application, requests and responses.

from falcon.app import App as API, App as App
from falcon.errors import HTTPBadRequest as HTTPBadRequest, HTTPForbidden as HTTPForbidden, HTTPInternalServerError as HTTPInternalServerError, HTTPNotFound as HTTPNotFound, HTTPUnauthorized as HTTPUnauthorized
from falcon.hooks import after as after, before as before
from falcon.http_error import HTTPError as HTTPError
from falcon.http_status import HTTPStatus as HTTPStatus
from falcon.redirects import HTTPFound as HTTPFound, HTTPMovedPermanently as HTTPMovedPermanently, HTTPSeeOther as HTTPSeeOther, HTTPTemporaryRedirect as HTTPTemporaryRedirect
from falcon.request import Request as Request
from falcon.response import Response as Response
