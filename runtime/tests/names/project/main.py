from pkg import *
from pkg import Exported, LIMIT
from pkg.app import service, started, optional, app as alias
from lib.tools import Tool
import lib.tools
import ns.part.work
from ns.part import work as w
import celery
from examples import celery as own
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkg.svc import Service

app.route("x")                         #? app instance of flask.Flask; app has known class
run("x")                               #? run resolves to pkg.svc.run
Exported("x")                          #? Exported resolves to pkg.svc.Service; "x" goes to name; Exported is pkg.Exported; Exported is not pkg.svc.Service
alias.route("x")                       #? alias instance of flask.Flask
service.stop()                         #? service instance of pkg.svc.Service; service instance of pkg.Exported; service not instance of flask.Flask
started.stop()                         #? started instance of pkg.svc.Service
optional.stop()                        #? optional instance of pkg.svc.Service
LIMIT                                  #? LIMIT resolves to pkg.constants.LIMIT; LIMIT has known class; LIMIT not instance of flask.Flask
Tool()                                 #? Tool resolves to lib.tools.Tool; Tool() instance of far.Base
lib.tools.Tool()                       #? lib.tools.Tool resolves to lib.tools.Tool
ns.part.work.go()                      #? ns.part.work.go resolves to part.work.go
w.go()                                 #? w.go resolves to part.work.go
celery.Celery()                        #? celery.Celery resolves to celery.Celery; celery.Celery is exactly celery.Celery
own.tasks                              #? own.tasks resolves to examples.celery.tasks
_hidden()                              #? _hidden is assumed _hidden
missing_everywhere()                   #? missing_everywhere is not x.y


class Worker(Service):                 #? Worker inherits pkg.svc.Service
    def stop(self, force):
        self.limit                     #? self.limit not instance of x.Y; self.limit instance of builtins.int


def f(given: "Service", named: Exported):
    given.stop()                       #? given instance of pkg.svc.Service
    named.stop()                       #? named instance of pkg.Exported; named not instance of x.Exported
