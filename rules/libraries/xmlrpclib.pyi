# Python 2.7: calls of procedures over XML; its names moved to `xmlrpc.client`.

from xmlrpc.client import ServerProxy as ServerProxy
from xmlrpc.client import Server as Server
from xmlrpc.client import Fault as Fault
