# sanic-ext 22 and later: the extension of Sanic.

from sanic_ext.bootstrap import Extend as Extend
