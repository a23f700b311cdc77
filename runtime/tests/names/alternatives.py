try:
    import simplejson as json
except ImportError:
    import json

try:
    from lxml import etree
except ImportError:
    etree = None

try:
    from yaml import load
except ImportError:
    def load(text):
        return text

import typing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models import User

if windows:
    import ntpath as paths
else:
    import posixpath as paths

if windows:
    cache = make_cache()
else:
    from functools import cache

json.loads("x")        #? json.loads is json.loads; json.loads is exactly simplejson.loads; json.loads is not yaml.loads
etree.parse("x")       #? etree.parse is exactly lxml.etree.parse
load("x")              #? load is yaml.load
User()                 #? User is models.User
paths.join("a")        #? paths.join is posixpath.join; paths.join is ntpath.join
cache()                #? cache is functools.cache

client = None


def connect():
    global client
    import socket
    client = socket.socket
    client()           #? client is socket.socket


def counter():
    import time
    now = None

    def tick():
        nonlocal now
        now = time.time
    return now()       #? now is time.time


client()               #? client is exactly socket.socket

if flag:
    def only(): ...
else:
    def only(): ...

only()                 #? only resolves to alternatives.only
