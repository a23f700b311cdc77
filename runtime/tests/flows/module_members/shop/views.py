import shop.state
from shop import state


def put():
    state.NAME = source()
    state.OTHER = "a"
    state.STORE["a"] = source()
    shop.state.BOX.x = source()
    kept = state.KEPT
    kept["a"] = source()


def shown():
    sink(state.NAME)  # flow
    sink(state.OTHER)  # no flow
    sink(shop.state.STORE["a"])  # flow
    sink(state.STORE["b"])  # no flow
    sink(state.BOX.x)  # flow
    sink(state.KEPT["a"])  # flow
    sink(state.KEPT["b"])  # no flow
