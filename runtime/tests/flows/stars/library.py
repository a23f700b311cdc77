LABEL = "safe"
DATA = source()


def gives(x):
    return x


def gives_safe(x):
    return x


def _hidden(x):
    return x


class Kept:
    def __init__(self, x):
        self.x = x
        self.y = "safe"


def other(x):
    return "safe"


TABLE = {"a": gives, "b": other}
