"""Definitions that other bodies name: what their annotations, defaults and bases mean is up to where they stand."""


class Gate:
    def open(self):
        pass


class Door:
    def open(self):
        pass


class Lid:
    def open(self):
        pass


class Window:
    def open(self):
        pass


class Garden(Gate):
    pass


def find() -> Gate:
    return look_up()  # calls: look_up


def pass_through(what: Gate, other=Gate()):  # calls: Gate
    what.open()  # calls: Gate.open
    other.open()  # calls: Gate.open
    return what


def use_all():
    kinds = [Door, Lid, Window, Door(), Lid(), Window()]  # calls: Door, Lid, Window
    more = [Window, Lid, Door, Window(), Lid(), Door()]  # calls: Door, Lid, Window
    find().open()  # calls: find, Gate.open
    Garden().open()  # calls: Garden, Gate.open
    pass_through(find()).open()  # calls: find, pass_through, Gate.open
    return kinds, more
