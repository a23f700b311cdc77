# CherryPy 18.x: the tree of applications, the request and what stops it.

from cherrypy._cprequest import Request, Response
from cherrypy._cptree import Tree
from typing import Any
from cherrypy._cperror import HTTPError as HTTPError, HTTPRedirect as HTTPRedirect, InternalRedirect as InternalRedirect, NotFound as NotFound
from cherrypy._cptools import Tool as Tool, default_toolbox as tools
from cherrypy._cptree import Application as Application
from cherrypy._helper import expose as expose, popargs as popargs

def quickstart(root=..., script_name=..., config=...): ...
request: Request
response: Response
tree: Tree
engine: Any
config: Any
log: Any

session: object
