# Python 2.7: opens URLs; its names moved to `urllib.request`.

from urllib.error import HTTPError as HTTPError
from urllib.error import URLError as URLError
from urllib.request import BaseHandler as BaseHandler
from urllib.request import HTTPCookieProcessor as HTTPCookieProcessor
from urllib.request import HTTPHandler as HTTPHandler
from urllib.request import HTTPRedirectHandler as HTTPRedirectHandler
from urllib.request import HTTPSHandler as HTTPSHandler
from urllib.request import OpenerDirector as OpenerDirector
from urllib.request import ProxyHandler as ProxyHandler
from urllib.request import Request as Request
from urllib.request import build_opener as build_opener
from urllib.request import install_opener as install_opener
from urllib.request import urlopen as urlopen
