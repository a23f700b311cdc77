"""Data classes, named tuples, enumerations, new types, typed dictionaries."""

import collections
import dataclasses
import enum
from collections import namedtuple
from dataclasses import asdict, astuple, dataclass, field, replace
from typing import NamedTuple, NewType, Optional, TypedDict


@dataclass
class User:
    name: str
    role: str = "safe"
    tags: list = field(default_factory=list)

    def greeting(self):
        return "hello " + self.name

    def role_text(self):
        return "role " + self.role


def by_place():
    u = User(source())
    sink(u.name)  # flow
    sink(u.role)  # no flow


def by_method():
    u = User(source())
    sink(u.greeting())  # flow
    sink(u.role_text())  # no flow


def by_name():
    u = User(role=source(), name="safe")
    sink(u.role)  # flow
    sink(u.name)  # no flow


def tags():
    u = User("a")
    u.tags.append(source())
    sink(u.tags[0])  # flow


def tags_twin():
    u, v = User("a"), User("b")
    v.tags.append(source())
    sink(u.tags)  # no flow


def whole_as_dict():
    d = asdict(User(source()))
    sink(d["name"])  # flow
    sink(d["role"])  # no flow


def whole_as_tuple():
    t = astuple(User(source()))
    sink(t[0])  # not yet: flow


def replaced():
    u = replace(User("safe"), name=source())
    sink(u.name)  # flow
    sink(u.role)  # no flow


def replaced_rest():
    u = replace(User(source()), role="safe")
    sink(u.name)  # flow


def spread():
    u = User(*[source(), "safe"])
    sink(u.name)  # flow
    sink(u.role)  # no flow


def spread_names():
    u = User(**{"name": source(), "role": "safe"})
    sink(u.name)  # flow
    sink(u.role)  # no flow


@dataclass
class Admin(User):
    level: str = "safe"


def inherited():
    a = Admin(source(), "safe", "safe")
    sink(a.name)  # flow
    sink(a.level)  # no flow


def inherited_last():
    a = Admin("safe", "safe", [], source())
    sink(a.level)  # flow
    sink(a.name)  # no flow


@dataclass
class Computed:
    raw: str
    safe: str = field(init=False)
    shown: str = field(init=False)

    def __post_init__(self):
        self.safe = "safe"
        self.shown = "<" + self.raw + ">"


def computed():
    c = Computed(source())
    sink(c.shown)  # flow
    sink(c.safe)  # no flow


@dataclass(frozen=True, order=True)
class Frozen:
    a: str
    b: str


def frozen():
    f = Frozen("safe", source())
    sink(f.b)  # flow
    sink(f.a)  # no flow


@dataclasses.dataclass
class Nested:
    user: User
    note: str


def nested():
    n = Nested(User(source()), "safe")
    sink(n.user.name)  # flow
    sink(n.user.role)  # no flow
    sink(n.note)  # no flow


@dataclass
class WithDefault:
    a: str = source()
    b: str = "safe"


def default():
    w = WithDefault()
    sink(w.a)  # flow
    sink(w.b)  # no flow


def default_given():
    w = WithDefault("safe")
    sink(w.a)  # no flow


class Point(NamedTuple):
    x: str
    y: str = "safe"

    def both(self):
        return self.x + self.y

    def second(self):
        return self.y


def tuple_attribute():
    p = Point(source())
    sink(p.x)  # flow
    sink(p.y)  # no flow


def tuple_index():
    p = Point(source(), "safe")
    sink(p[0])  # flow
    sink(p[1])  # no flow


def tuple_unpacked():
    x, y = Point("safe", source())
    sink(y)  # flow
    sink(x)  # no flow


def tuple_method():
    sink(Point(source()).both())  # flow
    sink(Point(source()).second())  # no flow


def tuple_replaced():
    p = Point("safe")._replace(x=source())
    sink(p.x)  # flow
    sink(p.y)  # no flow


def tuple_as_dict():
    sink(Point(source())._asdict()["x"])  # flow
    sink(Point(source())._asdict()["y"])  # no flow


def tuple_made():
    p = Point._make(["safe", source()])
    sink(p.y)  # flow
    sink(p.x)  # not yet: no flow


Pair = namedtuple("Pair", ["left", "right"])
Triple = collections.namedtuple("Triple", "a b c")


def plain_tuple():
    p = Pair(source(), "safe")
    sink(p.left)  # flow
    sink(p.right)  # no flow


def plain_tuple_by_name():
    p = Pair(right=source(), left="safe")
    sink(p.right)  # flow
    sink(p.left)  # no flow


def plain_tuple_unpacked():
    left, right = Pair(source(), "safe")
    sink(left)  # flow
    sink(right)  # no flow


def plain_tuple_of_text():
    t = Triple("safe", source(), "safe")
    sink(t.b)  # flow
    sink(t.c)  # no flow


class Subclass(namedtuple("Basis", "a b")):
    def shown(self):
        return self.a


def subclass_of_tuple():
    sink(Subclass(source(), "safe").shown())  # flow
    sink(Subclass("safe", source()).shown())  # not yet: no flow


class Colour(enum.Enum):
    RED = "red"
    DATA = source()

    def text(self):
        return self.value


def enumeration():
    sink(Colour.DATA.value)  # flow


def enumeration_twin():
    sink(Colour.RED.value)  # no flow


def enumeration_by_value():
    sink(Colour(source()).name)  # not yet: no flow


class Kind(str, enum.Enum):
    A = "a"
    B = "b"


def enumeration_of_text():
    k = Kind.A
    y = source()
    sink(k.value)  # no flow


UserId = NewType("UserId", str)


def new_type():
    sink(UserId(source()))  # flow


def new_type_twin():
    y = UserId(source())
    sink(UserId("safe"))  # no flow


class Movie(TypedDict):
    title: str
    year: str


def typed_dict():
    m = Movie(title=source(), year="safe")
    sink(m["title"])  # flow
    sink(m["year"])  # not yet: no flow


def typed_dict_display():
    m: Movie = {"title": source(), "year": "safe"}
    sink(m["title"])  # flow
    sink(m["year"])  # no flow


def simple_namespace():
    from types import SimpleNamespace

    n = SimpleNamespace(a=source(), b="safe")
    sink(n.a)  # flow
    sink(n.b)  # no flow


def in_list():
    users = [User("safe"), User(source())]
    for u in users:
        sink(u.name)  # flow
        sink(u.role)  # no flow


def in_comprehension():
    names = [u.name for u in [User(source())]]
    sink(names[0])  # flow


def in_comprehension_twin():
    roles = [u.role for u in [User(source())]]
    sink(roles[0])  # no flow


def overwritten():
    u = User(source())
    u.name = "safe"
    sink(u.name)  # no flow


def overwritten_twin():
    u = User("safe")
    u.name = source()
    sink(u.name)  # flow


def matched():
    match User(source()):
        case User(name=n, role=r):
            sink(n)  # flow
            sink(r)  # no flow


def matched_by_place():
    match User(source()):
        case User(n, r):
            sink(n)  # flow
            sink(r)  # no flow


def fields_by_name():
    u = User(source())
    sink(getattr(u, "name"))  # flow
    sink(getattr(u, "role"))  # no flow


@dataclass
class Sized:
    size: int


@dataclass
class Typed(Sized):
    page: int
    share: Optional[float]
    text: str
    whatever: object


def take_typed(typed: Typed):
    sink(typed.page)  # no flow
    sink(f"a {typed.share}")  # no flow
    sink(typed.size)  # no flow
    sink(typed.text)  # flow
    sink(typed.whatever)  # flow


def hand_typed():
    take_typed(source())


def made_typed():
    typed = Typed(source(), source(), source(), source(), source())
    sink(typed.page)  # no flow
    sink(typed.text)  # flow


class Counted:
    def __init__(self, n):
        self.n = 0
        self.n = n


def not_annotated():
    sink(Counted(source()).n)  # flow
