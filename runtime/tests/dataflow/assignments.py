import json, os.path
import xml.dom as dom
from lib.part import name as local, other
from . import nowhere
from unknown import thing


def unpacking(v, w):
    a, (b, *c), d = 1, (v, "x", w), "d"
    x, y = v
    p, *q, r = w
    [s, t] = v, w
    a, b = b, a
    return a, b, c, d, x, y, p, q, r, s, t


def chained(v):
    a = b = v
    c = a.x = b["k"] = "safe"
    return a, c, b["k"]


def augmented(v, o):
    x = "a"
    x += v
    o.n += 1
    o["k"] -= v
    y = [1]
    y += [v]
    z = 2
    z **= 3
    fmt = "%s-%d"
    fmt %= (v, 2)
    return x, y[1], z, fmt


def walrus(f, v):
    if (m := f(v)) and m.ok:
        return m
    return [last := x for x in v], last


def deleted(v):
    x = v
    del x
    o = {"a": v, "b": "x"}
    del o["a"], v.attribute
    return x, o["b"]


def global_names(v):
    global counter, other_counter
    counter = v
    counter += 1
    return counter, other_counter


counter = 0
plain = "constant"
table = {"a": plain}
before = later
later = 1


def reads():
    return counter, plain, table, global_names, json, dom, local, thing, Later, str, undefined


class Later:
    field = plain
    other: int = 3
    declared: "Later"

    def method(self):
        self.x: str = "a"
        self.y: int
        return field, self.x

    both = field + "x"
    str = str


def outer(v, w):
    x = v
    w = w + 1
    y = "once"

    def inner():
        nonlocal x
        x = w
        return x, y, inner

    def lambdas():
        return (lambda a, b=w: a + b + v)(y)

    return x, inner, lambdas


def local_imports():
    import subprocess
    from os import system as run
    subprocess.run("x")
    return run, os.path.join, dom.minidom


def dynamic(o, v):
    a = getattr(o, "field")
    setattr(o, "field", v)
    b = getattr(o, "field", "default")
    c = getattr(o, v)
    d = globals()["counter"]
    e = __import__("os").system
    import importlib
    f = importlib.import_module("lib.part").name
    return a, b, c, d, e, f


if plain:
    conditional = 1
else:
    conditional = 2

try:
    import fast as module
except ImportError:
    module = None

for index in range(3):
    pass

print(index, conditional, module)
