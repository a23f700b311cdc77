# Python 2.7: servers of procedures over XML; its names moved to `xmlrpc.server`.

from xmlrpc.server import SimpleXMLRPCServer as SimpleXMLRPCServer
from xmlrpc.server import SimpleXMLRPCRequestHandler as SimpleXMLRPCRequestHandler
