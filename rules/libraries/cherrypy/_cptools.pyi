# CherryPy 18.x, `cherrypy._cptools`: `default_toolbox`, `Tool`.

from typing import Any

default_toolbox: Any
class Tool: ...
