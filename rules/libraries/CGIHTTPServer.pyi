# Python 2.7: servers of CGI; its names moved to `http.server`.

from http.server import CGIHTTPRequestHandler as CGIHTTPRequestHandler
