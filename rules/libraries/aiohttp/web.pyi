# aiohttp 3.x, `aiohttp.web`: `run_app`.

from aiohttp.web_app import Application as Application
from aiohttp.web_exceptions import HTTPBadRequest as HTTPBadRequest, HTTPConflict as HTTPConflict, HTTPCreated as HTTPCreated, HTTPError as HTTPError, HTTPException as HTTPException, HTTPForbidden as HTTPForbidden, HTTPFound as HTTPFound, HTTPInternalServerError as HTTPInternalServerError, HTTPMethodNotAllowed as HTTPMethodNotAllowed, HTTPMovedPermanently as HTTPMovedPermanently, HTTPNoContent as HTTPNoContent, HTTPNotFound as HTTPNotFound, HTTPOk as HTTPOk, HTTPPermanentRedirect as HTTPPermanentRedirect, HTTPRedirection as HTTPRedirection, HTTPSeeOther as HTTPSeeOther, HTTPTemporaryRedirect as HTTPTemporaryRedirect, HTTPUnauthorized as HTTPUnauthorized
from aiohttp.web_fileresponse import FileResponse as FileResponse
from aiohttp.web_middlewares import middleware as middleware
from aiohttp.web_request import BaseRequest as BaseRequest, FileField as FileField, Request as Request
from aiohttp.web_response import Response as Response, StreamResponse as StreamResponse, json_response as json_response
from aiohttp.web_routedef import RouteDef as RouteDef, RouteTableDef as RouteTableDef, delete as delete, get as get, head as head, options as options, patch as patch, post as post, put as put, route as route, static as static, view as view
from aiohttp.web_runner import AppRunner as AppRunner, TCPSite as TCPSite
from aiohttp.web_urldispatcher import AbstractRoute as AbstractRoute, UrlDispatcher as UrlDispatcher, UrlMappingMatchInfo as UrlMappingMatchInfo, View as View
from aiohttp.web_ws import WebSocketResponse as WebSocketResponse

def run_app(app, *, host=..., port=..., path=..., sock=..., shutdown_timeout=..., keepalive_timeout=..., ssl_context=..., print=..., backlog=..., access_log_class=..., access_log_format=..., access_log=..., handle_signals=..., reuse_address=..., reuse_port=..., handler_cancellation=..., loop=..., **kwargs): ...
