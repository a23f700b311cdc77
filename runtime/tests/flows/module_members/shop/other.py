from shop import state as s
from shop.state import BOX, STORE


def shown():
    sink(s.NAME)  # flow
    sink(STORE["a"])  # flow
    sink(STORE["b"])  # no flow
    sink(BOX.x)  # flow
    sink(BOX.y)  # no flow
