# Litestar 2.x, `litestar.response`: names that live elsewhere.

from litestar.response.file import File as File
from litestar.response.redirect import Redirect as Redirect
from litestar.response.sse import ServerSentEvent as ServerSentEvent
from litestar.response.streaming import Stream as Stream
from litestar.response.template import Template as Template
