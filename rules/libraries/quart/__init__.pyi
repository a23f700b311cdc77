# Quart 0.x: Flask's asynchronous twin.

from quart.app import Quart as Quart
from quart.blueprints import Blueprint as Blueprint
from quart.config import Config as Config
from quart.ctx import copy_current_request_context as copy_current_request_context, copy_current_websocket_context as copy_current_websocket_context
from quart.globals import current_app as current_app, g as g, request as request, session as session, websocket as websocket
from quart.helpers import abort as abort, flash as flash, make_response as make_response, redirect as redirect, send_file as send_file, send_from_directory as send_from_directory, url_for as url_for
from quart.json import jsonify as jsonify
from quart.templating import render_template as render_template, render_template_string as render_template_string, stream_template as stream_template
from quart.wrappers.request import Request as Request
from quart.wrappers.response import Response as Response
from quart.wrappers.websocket import Websocket as Websocket
