# Python 2.7: cookies as a client keeps them; its names moved to `http.cookiejar`.

from http.cookiejar import *
