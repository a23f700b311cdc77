# Sanic 20 and later, `sanic.response`: names that live elsewhere.

from sanic.response.convenience import empty as empty, file as file, file_stream as file_stream, html as html, json as json, raw as raw, redirect as redirect, text as text
from sanic.response.types import BaseHTTPResponse as BaseHTTPResponse, HTTPResponse as HTTPResponse, JSONResponse as JSONResponse, ResponseStream as ResponseStream
