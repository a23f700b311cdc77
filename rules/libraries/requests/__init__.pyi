# requests 2.x: calls, sessions and responses.

from requests.api import delete as delete, get as get, head as head, options as options, patch as patch, post as post, put as put, request as request
from requests.exceptions import ConnectTimeout as ConnectTimeout, ConnectionError as ConnectionError, HTTPError as HTTPError, JSONDecodeError as JSONDecodeError, ReadTimeout as ReadTimeout, RequestException as RequestException, Timeout as Timeout, TooManyRedirects as TooManyRedirects
from requests.models import PreparedRequest as PreparedRequest, Request as Request, Response as Response
from requests.sessions import Session as Session, session as session
from requests.status_codes import codes as codes
