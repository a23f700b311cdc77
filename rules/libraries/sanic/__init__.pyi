# Sanic 20 and later: the application, blueprints, requests and responses.

from sanic.app import Sanic as Sanic
from sanic.blueprints import Blueprint as Blueprint
from sanic.config import Config as Config
from sanic.request.types import Request as Request
from sanic.response.convenience import empty as empty, file as file, html as html, json as json, redirect as redirect, text as text
from sanic.response.types import HTTPResponse as HTTPResponse
