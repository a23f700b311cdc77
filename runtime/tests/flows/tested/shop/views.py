"""What only tests hand over is told apart from what the code itself does."""

from shop.tests import helpers


def shown(x):
    sink(x)  # flow by tests


def searched(x):
    sink(x)  # flow


def view():
    searched(source())


def kept():
    return source()


def asked():
    sink(helpers.handed(source()))  # flow by tests


def asked_and_shown(is_short):
    x = source()
    sink(x if is_short else helpers.handed(x))  # flow


CHOSEN = {}


def chosen():
    sink(CHOSEN["a"])  # flow by tests


class Cart:
    def put(self, x):
        self.x = source()

    def show(self):
        sink(self.x)  # flow


class Basket:
    def put(self, x):
        self.x = x

    def show(self):
        sink(self.x)  # flow by tests
