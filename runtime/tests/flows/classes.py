"""Inheritance, properties, operators, dataclasses and their relatives."""

import enum
from collections import namedtuple
from dataclasses import dataclass, field
from typing import NamedTuple


class Base:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x

    def hook(self):
        return "safe"

    def template(self):
        return self.hook()


class Child(Base):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    def hook(self):
        return self.y


class Constant(Base):
    def get(self):
        return "safe"


class More(Base):
    def get(self):
        return super().get() + "!"


def by_super():
    sink(Child(source(), "safe").get())  # flow


def by_super_twin():
    sink(Child("safe", source()).get())  # no flow


def overridden():
    sink(Base(source()).get())  # flow


def overridden_twin():
    sink(Constant(source()).get())  # no flow


def super_method():
    sink(More(source()).get())  # flow


def super_method_twin():
    sink(More("safe").get())  # no flow


def template_method():
    sink(Child("safe", source()).template())  # flow


def template_method_twin():
    sink(Child(source(), "safe").template())  # no flow


class Left(Base):
    def which(self):
        return self.x


class Right(Base):
    def which(self):
        return "safe"


class LeftFirst(Left, Right):
    pass


class RightFirst(Right, Left):
    pass


def linearization():
    sink(LeftFirst(source()).which())  # flow


def linearization_twin():
    sink(RightFirst(source()).which())  # no flow


class Props:
    def __init__(self, x):
        self._x = x

    @property
    def x(self):
        return self._x

    @property
    def safe(self):
        return "safe"

    @x.setter
    def x(self, value):
        self._x = value

    @safe.setter
    def safe(self, value):
        pass

    @staticmethod
    def static(a, b):
        return b

    @classmethod
    def make(cls, x):
        return cls(x)


def property_read():
    sink(Props(source()).x)  # flow


def property_read_twin():
    sink(Props(source()).safe)  # no flow


def property_set():
    p = Props("safe")
    p.x = source()
    sink(p.x)  # flow


def property_set_twin():
    p = Props("safe")
    p.safe = source()
    sink(p.x)  # no flow


def static_method():
    sink(Props.static("safe", source()))  # flow


def static_method_twin():
    sink(Props.static(source(), "safe"))  # no flow


def class_method():
    sink(Props.make(source()).x)  # flow


def class_method_twin():
    p = Props.make(source())
    sink(Props.make("safe").x)  # no flow


class Called:
    def __init__(self, x):
        self.x = x

    def __call__(self, y):
        return self.x, y


def call_method():
    sink(Called("safe")(source())[1])  # flow


def call_method_twin():
    sink(Called("safe")(source())[0])  # no flow


def call_method_own():
    sink(Called(source())("safe")[0])  # flow


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        return Money(self.amount + other.amount)

    def __sub__(self, other):
        return Money("safe")

    def __getitem__(self, key):
        return self.amount

    def __contains__(self, key):
        return True

    def __str__(self):
        return self.amount


def operator():
    m = Money("a") + Money(source())
    sink(m.amount)  # flow


def operator_twin():
    m = Money("a") - Money(source())
    sink(m.amount)  # no flow


def item_method():
    sink(Money(source())["a"])  # flow


def item_method_twin():
    m = Money(source())
    sink(Money("safe")["a"])  # no flow


class Bag:
    def __init__(self):
        self.kept = {}

    def __setitem__(self, key, value):
        self.kept[key] = value

    def __getitem__(self, key):
        return self.kept[key]

    def __iter__(self):
        return iter(self.kept.values())


def set_item():
    b = Bag()
    b["a"] = source()
    sink(b["a"])  # flow


def set_item_twin():
    b = Bag()
    c = Bag()
    c["a"] = source()
    sink(b["a"])  # no flow


def iterated():
    b = Bag()
    b["a"] = source()
    for x in b:
        sink(x)  # flow


def iterated_twin():
    b = Bag()
    b["a"] = "safe"
    y = source()
    for x in b:
        sink(x)  # no flow


class Steps:
    def __init__(self, data):
        self.data = data

    def __iter__(self):
        return self

    def __next__(self):
        return self.data


def stepped():
    for x in Steps(source()):
        sink(x)  # flow


def stepped_twin():
    s = Steps(source())
    for x in Steps("safe"):
        sink(x)  # no flow


@dataclass
class Record:
    name: str
    note: str = "safe"
    tags: list = field(default_factory=list)


def data_class():
    r = Record(source(), "safe")
    sink(r.name)  # flow


def data_class_twin():
    r = Record(source(), "safe")
    sink(r.note)  # no flow


def data_class_by_name():
    r = Record(name="safe", note=source())
    sink(r.note)  # flow


def data_class_by_name_twin():
    r = Record(name="safe", note=source())
    sink(r.name)  # no flow


class Point(NamedTuple):
    x: str
    y: str


def named_tuple():
    p = Point(source(), "safe")
    sink(p.x)  # flow


def named_tuple_twin():
    p = Point(source(), "safe")
    sink(p.y)  # no flow


def named_tuple_unpacked():
    a, b = Point("safe", source())
    sink(b)  # flow


def named_tuple_unpacked_twin():
    a, b = Point("safe", source())
    sink(a)  # no flow


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


def enumeration():
    x = Colour.RED.value
    y = source()
    sink(x)  # no flow


class Manager:
    def __init__(self, x):
        self.x = x

    def __enter__(self):
        return self.x

    def __exit__(self, *args):
        pass


def entered():
    with Manager(source()) as x:
        sink(x)  # flow


def entered_twin():
    m = Manager(source())
    with Manager("safe") as x:
        sink(x)  # no flow


class Own:
    def __init__(self):
        self.a = "safe"
        self.b = "safe"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def entered_itself():
    with Own() as o:
        o.a = source()
        sink(o.a)  # flow


def entered_itself_twin():
    with Own() as o:
        o.a = source()
        sink(o.b)  # no flow
