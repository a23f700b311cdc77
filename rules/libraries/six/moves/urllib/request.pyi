# six 1.x, `six.moves.urllib.request`: names that live elsewhere.

from urllib.request import Request as Request, urlopen as urlopen
