from ... import outside
from ..svc import run as r, Service
from .. import app as application, run as again, sub as whole
from . import execute
from .missing import gone
from ....above import far
import pkg.svc
import pkg.sub.deep
import pkg.svc as service_module

r("x", True, 3)                        #? r resolves to pkg.svc.run; "x" goes to command; True goes to shell; 3 goes nowhere
again("x")                             #? again resolves to pkg.svc.run; again is pkg.run; again is pkg.svc.run
application.route()                    #? application instance of flask.Flask
whole.execute()                        #? whole.execute resolves to subprocess.run
execute()                              #? execute resolves to subprocess.run; execute is not subprocess.run
gone()                                 #? gone resolves to pkg.sub.missing.gone
far()                                  #? far is assumed above.far; far is lib.above.far; far is not lib.far
outside.f()                            #? outside.f resolves to outside.f
pkg.svc.run("y")                       #? pkg.svc.run resolves to pkg.svc.run; "y" goes to command
pkg.svc.Service("z").stop()            #? "z" goes to name; pkg.svc.Service("z") instance of pkg.svc.Service
service_module.Service.make("z")       #? "z" goes to name; service_module.Service.make resolves to pkg.svc.Service.make
pkg.sub.deep.local                     #? pkg.sub.deep.local resolves to pkg.sub.deep.local
service_module.starter()               #? service_module.starter resolves to subprocess.Popen
service_module.nothing()               #? service_module.nothing resolves to pkg.svc.nothing


def local(): ...


class Special(Service):                #? Special inherits pkg.svc.Service; Special inherits pkg.Exported; Special not inherits x.Y
    def stop(self, *args):
        super().stop(1)                #? 1 goes to force
        self.make("x")                 #? "x" goes to name


Special("n")                           #? "n" goes to name
Special.make("n")                      #? "n" goes to name; Special.make resolves to pkg.svc.Service.make
