import subprocess


class Base:
    def inherited(self, one, two): ...


class Runner(Base):
    class Meta: ...

    run = subprocess.run

    def __init__(self, command, shell=False, *, env=None): ...

    def helper(self, first, second): ...

    @staticmethod
    def fixed(left, right): ...

    def __new__(cls, *args):
        return super().__new__(cls, 6)   #? cls goes nowhere; cls not instance of methods.Base

    @classmethod
    def build(cls, source, target):
        cls.helper(1, 2)           #? cls.helper resolves to methods.Runner.helper; 2 goes to second
        cls(5)                     #? 5 goes to command; cls(5) instance of methods.Base; cls not instance of methods.Base
        return cls.Meta            #? cls.Meta resolves to methods.Runner.Meta

    def main(self, *rest):
        self(5)                    #? 5 goes nowhere; self instance of methods.Base; self(5) not instance of methods.Base
        self.helper(1, 2)          #? self.helper resolves to methods.Runner.helper; 1 goes to first; 2 goes to second
        self.fixed(1, 2)           #? 1 goes to left; 2 goes to right
        self.build(1, 2)           #? 1 goes to source; 2 goes to target
        self.inherited(1, 2)       #? 1 goes to one; 2 goes to two; self.inherited resolves to methods.Base.inherited
        super().inherited(1, 2)    #? 1 goes to one; super().inherited resolves to methods.Base.inherited
        super().helper(1, 2)       #? super().helper is unknown
        self.helper(*rest, 3)      #? 3 goes nowhere; *rest goes nowhere
        self.helper(second=4)      #? second=4 goes to second
        self.unknown(1)            #? 1 goes nowhere; self.unknown is unknown
        subprocess.run(7)          #? 7 goes nowhere

        def nested():
            return self.helper(8)  #? 8 goes to first; self.helper resolves to methods.Runner.helper


Runner("ls", True, 3)              #? "ls" goes to command; True goes to shell; 3 goes nowhere
Runner.helper(0, 1)                #? 0 goes to self; 1 goes to first
Runner.build(0, 1)                 #? 0 goes to source
Runner.fixed(0, 1)                 #? 0 goes to left


def plain(a, /, b: int, c=3, *args, d, **kwargs): ...


plain(1, 2, 3, 4, d=5, e=6)        #? 1 goes to a; 2 goes to b; 3 goes to c; 4 goes nowhere; d=5 goes to d; e=6 goes to e
plain(x for x in y)                #? (x for x in y) goes to a
plain(**options)                   #? **options goes nowhere


class Child(Runner):
    def other(self):
        self.helper(1)             #? 1 goes to first; self.helper resolves to methods.Runner.helper
        super().__init__("x")      #? "x" goes to command; super().__init__ resolves to methods.Runner.__init__
        self.Meta()                #? self.Meta resolves to methods.Runner.Meta
        self.run()                 #? self.run is unknown
        self.fixed = super().fixed   #? super().fixed resolves to methods.Runner.fixed
        self.fixed(1)              #? self.fixed is unknown


Child("x")                         #? "x" goes to command


@staticmethod
def loose(self):
    self.helper(1)                 #? self.helper is unknown
