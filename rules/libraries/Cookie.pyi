# Python 2.7: cookies as a server writes them; its names moved to `http.cookies`.

from http.cookies import *
