import os
import os.path as p
from lib import part, thing as renamed


def values(a, b=1, *rest, key=None, **more):
    x = a
    y = x + b
    z = os.path.join(y, "end")
    return f"{z!r} {key} and {y:>{b}}", rest[0], more["k"]


def overwritten(a):
    x = a
    x = "safe"
    return x


def attributes(self, v):
    self.x = v
    first = self.x
    self.method()
    return first, self.x


def branches(c, v):
    if c:
        x = v
    else:
        x = "safe"
    return x


def loop(items):
    total = ""
    for item in items:
        total = total + item
    return total


def dead(a):
    x = 86
    if 7 * 42 - x > 200:
        bar = "always"
    else:
        bar = a
    return bar


def guess(a):
    possible = "ABC"
    letter = possible[1]
    match letter:
        case "A":
            bar = a
        case "B":
            bar = "bob"
        case "C" | "D":
            bar = a
        case _:
            bar = "bob's your uncle"
    return bar


def lists(param):
    lst = []
    lst.append("safe")
    lst.append(param)
    lst.append("moresafe")
    lst.pop(0)
    return lst[1], lst[0]


def dicts(param):
    d = {}
    d["a"] = param
    d["b"] = "safe"
    v = d["a"]
    v = d["b"]
    return v
