"""Names of a module that others write to and read by the module."""

NAME = ""
OTHER = ""
STORE = {}
KEPT = {}


class Box:
    pass


BOX = Box()


def own():
    sink(NAME)  # flow
    sink(OTHER)  # no flow
    sink(STORE["a"])  # flow
    sink(STORE["b"])  # no flow
    sink(BOX.x)  # flow
    sink(BOX.y)  # no flow
