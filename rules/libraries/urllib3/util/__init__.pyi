# urllib3 1.x and 2.x, `urllib3.util`: names that live elsewhere.

from urllib3.util.request import make_headers as make_headers
from urllib3.util.retry import Retry as Retry
from urllib3.util.timeout import Timeout as Timeout
from urllib3.util.url import Url as Url, parse_url as parse_url
