# Python 2.7: servers of files over HTTP; its names moved to `http.server`.

from http.server import SimpleHTTPRequestHandler as SimpleHTTPRequestHandler
