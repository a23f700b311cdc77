def identity(x):
    return x


def constant(x):
    return "safe"


def sinks(x):
    sink(x)  # flow


def sinks_safe(x):
    sink(x)  # no flow


def reads():
    return source()


class Keeper:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def first(self):
        return self.a

    def second(self):
        return self.b
