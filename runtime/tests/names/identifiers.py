import os
import ｏｓ as wide
from 𝓸𝓼 import 𝓼𝔂𝓼𝓽𝓮𝓶 as run
from shop import ﬁnd, 𝐁ase

ﬁx = os.system
fix("x")                               #? fix is os.system
ﬁx("x")                                #? ﬁx is os.system; ﬁx resolves to os.system
wide.ſystem("x")                       #? wide.ſystem is os.system
os.ｓｙｓｔｅｍ("x")                   #? os.ｓｙｓｔｅｍ is os.system
run("x")                               #? run is os.system
ｅｖａｌ("x")                              #? ｅｖａｌ is builtins.eval
find("x")                              #? find resolves to shop.find
ﬁnd("x")                               #? ﬁnd is shop.find
ﬁnd(ｆｉrst="x")


class Heir(Base): ...                  #? Heir inherits shop.Base
class ℋouse(𝐁ase):                    #? ℋouse inherits shop.Base
    oﬃce = os.popen

    def ﬁll(self, oﬀer):
        self.ﬁeld = os.getenv
        oﬀer()                          #? oﬀer is unknown; oﬀer refers to line 22
        self.fill(1)                   #? self.fill resolves to identifiers.House.fill; 1 goes to offer
        self.field("x")                #? self.field has origin os.getenv


House()                                #? House resolves to identifiers.House; House() instance of shop.Base
annotated: "ℋouse" = make()
annotated.fill()                       #? annotated instance of identifiers.House


def outer():
    def inner():
        global ﬂag
        flag = os.abort
    return ﬂag                         #? ﬂag is os.abort
