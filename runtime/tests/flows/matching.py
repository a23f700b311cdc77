"""`match`: patterns that take apart, guards, constants, alternatives."""

from dataclasses import dataclass


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Circle:
    __match_args__ = ("centre",)

    def __init__(self, centre, radius):
        self.centre = centre
        self.radius = radius


@dataclass
class Command:
    name: str
    argument: str = "safe"


def by_name():
    match Point(source(), "safe"):
        case Point(x=a, y=b):
            sink(a)  # flow
            sink(b)  # no flow


def by_place():
    match Point("safe", source()):
        case Point(a, b):
            sink(b)  # flow
            sink(a)  # no flow


def nested():
    match Circle(Point(source(), "safe"), "safe"):
        case Circle(Point(a, b), radius=r):
            sink(a)  # flow
            sink(b)  # no flow
            sink(r)  # no flow


def data_class():
    match Command("safe", source()):
        case Command(n, a):
            sink(a)  # flow
            sink(n)  # no flow


def as_name():
    match source():
        case str() as text:
            sink(text)  # flow


def as_name_twin():
    y = source()
    match "safe":
        case str() as text:
            sink(text)  # no flow


def builtin_number():
    match source():
        case int(n):
            sink(n)  # not yet: no flow


def builtin_text():
    match source():
        case str(t):
            sink(t)  # flow


def sequence():
    match ["safe", source()]:
        case [a, b]:
            sink(b)  # flow
            sink(a)  # no flow


def sequence_rest():
    match ["safe", source(), "safe"]:
        case [a, *rest]:
            sink(rest)  # flow
            sink(a)  # no flow


def sequence_last(items):
    match items:
        case [*_, last]:
            sink(last)  # flow


def calls_sequence_last():
    sequence_last(["safe", source()])


def mapping():
    match {"a": source(), "b": "safe"}:
        case {"a": x, "b": y}:
            sink(x)  # flow
            sink(y)  # no flow


def mapping_rest():
    match {"a": "safe", "b": source()}:
        case {"a": x, **rest}:
            sink(rest["b"])  # flow
            sink(x)  # no flow


def mapping_nested():
    match {"a": {"b": source(), "c": "safe"}}:
        case {"a": {"b": x, "c": y}}:
            sink(x)  # flow
            sink(y)  # no flow


def handed(x):
    match x:
        case {"kind": "text", "value": v}:
            return v
        case _:
            return "safe"


def in_callee():
    sink(handed({"kind": "text", "value": source()}))  # flow


def in_callee_twin():
    sink(handed({"kind": source(), "value": "safe"}))  # no flow


def alternatives():
    match [source(), "safe"]:
        case ["safe", x] | [x, "safe"]:
            sink(x)  # flow


def wildcard():
    match source():
        case "a":
            x = "safe"
        case _:
            x = "other"
    sink(x)  # no flow


def captured_all():
    match source():
        case "a":
            pass
        case other:
            sink(other)  # flow


def literal_subject():
    x = source()
    match "b":
        case "a":
            sink(x)  # no flow
        case "b":
            sink(x)  # flow
        case _:
            sink(x)  # no flow


def number_subject():
    n = 3
    x = source()
    match n:
        case 1 | 2:
            sink(x)  # no flow
        case 3:
            x = "safe"
    sink(x)  # no flow


def index_subject():
    possible = "ABC"
    guess = possible[1]
    match guess:
        case "A":
            x = source()
        case "B":
            x = "safe"
        case "C" | "D":
            x = source()
        case _:
            x = "other"
    sink(x)  # no flow


def index_subject_twin():
    possible = "ABC"
    guess = possible[0]
    match guess:
        case "A":
            x = source()
        case "B":
            x = "safe"
        case _:
            x = "other"
    sink(x)  # flow


def guarded(n):
    match source():
        case x if is_safe(x):
            sink(x)  # no flow
        case x:
            sink(x)  # flow


def constant_guard():
    match source():
        case x if 1 > 2:
            sink(x)  # no flow
        case x:
            x = "safe"
            sink(x)  # no flow


def value_pattern():
    x = source()
    match x:
        case "GET" | "POST":
            sink(x)  # not yet: no flow
        case _:
            sink(x)  # flow


def class_only():
    p = Point(source(), "safe")
    match p:
        case Point():
            sink(p.x)  # flow
            sink(p.y)  # no flow


def other_class():
    match Point(source(), "safe"):
        case Circle(centre=c):
            sink(c)  # no flow
        case Point(x=c):
            sink(c)  # flow


def several_subjects():
    match source(), "safe":
        case a, b:
            sink(a)  # flow
            sink(b)  # no flow


def assigned_in_cases(flag):
    match flag:
        case 1:
            x = source()
        case _:
            x = "safe"
    sink(x)  # flow


def assigned_in_cases_twin(flag):
    x = source()
    match flag:
        case 1:
            x = "a"
        case _:
            x = "safe"
    sink(x)  # no flow


def list_of_points():
    match [Point(source(), "safe")]:
        case [Point(a, b)]:
            sink(a)  # flow
            sink(b)  # no flow


def returns_in_case():
    match source():
        case None:
            return
        case x:
            sink(x)  # flow


def split_command():
    match source().split():
        case ["go", direction]:
            sink(direction)  # flow
        case ["drop", *objects]:
            for o in objects:
                sink(o)  # flow


def split_command_twin():
    y = source()
    match "go north".split():
        case ["go", direction]:
            sink(direction)  # no flow


def subject_by_walrus():
    match (x := source()):
        case str():
            sink(x)  # flow


def subject_by_walrus_twin():
    y = source()
    match (x := "safe"):
        case str():
            sink(x)  # no flow
