# aiohttp 3.x: the client session and the web server.

from aiohttp._websocket.models import WSMessage as WSMessage
from aiohttp.client import ClientSession as ClientSession, ClientTimeout as ClientTimeout, request as request
from aiohttp.client_exceptions import ClientConnectionError as ClientConnectionError, ClientConnectorError as ClientConnectorError, ClientError as ClientError, ClientResponseError as ClientResponseError, InvalidURL as InvalidURL, ServerTimeoutError as ServerTimeoutError
from aiohttp.client_reqrep import ClientResponse as ClientResponse, RequestInfo as RequestInfo
from aiohttp.client_ws import ClientWebSocketResponse as ClientWebSocketResponse
from aiohttp.connector import BaseConnector as BaseConnector, TCPConnector as TCPConnector, UnixConnector as UnixConnector
from aiohttp.cookiejar import CookieJar as CookieJar
from aiohttp.formdata import FormData as FormData
from aiohttp.helpers import BasicAuth as BasicAuth
from aiohttp.multipart import BodyPartReader as BodyPartReader, MultipartReader as MultipartReader
from aiohttp.streams import StreamReader as StreamReader
