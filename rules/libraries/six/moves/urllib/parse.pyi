# six 1.x, `six.moves.urllib.parse`: names that live elsewhere.

from urllib.parse import parse_qs as parse_qs, parse_qsl as parse_qsl, quote as quote, unquote as unquote, urlencode as urlencode, urljoin as urljoin, urlparse as urlparse
