"""Attributes, globals and modules by constant names; global, nonlocal; star imports of names."""

import importlib
import sys


class Box:
    def __init__(self, a="safe", b="safe"):
        self.a = a
        self.b = b

    def set_all(self, **kwargs):
        for key, value in kwargs.items():
            setattr(self, key, value)

    def get(self):
        return self.a


FIELD = "a"
OTHER = "b"


def read():
    sink(getattr(Box(source()), "a"))  # flow


def read_twin():
    sink(getattr(Box(source()), "b"))  # no flow


def read_by_constant():
    sink(getattr(Box(source()), FIELD))  # flow


def read_by_constant_twin():
    sink(getattr(Box(source()), OTHER))  # not yet: no flow


def read_default():
    sink(getattr(Box("safe"), "missing", source()))  # flow


def read_default_twin():
    sink(getattr(Box(source()), "missing", "safe"))  # no flow


def read_made_name():
    sink(getattr(Box(source()), "".join(["a"])))  # flow


def read_made_name_twin():
    name = "x" + "b"
    sink(getattr(Box(source()), name[1:]))  # no flow


def read_any(name):
    sink(getattr(Box(source()), name))  # flow


def written():
    b = Box()
    setattr(b, "a", source())
    sink(b.a)  # flow
    sink(b.b)  # no flow


def written_by_constant():
    b = Box()
    setattr(b, OTHER, source())
    sink(b.b)  # flow
    sink(b.a)  # not yet: no flow


def written_over():
    b = Box(source())
    setattr(b, "a", "safe")
    sink(b.a)  # no flow


def written_any(name):
    b = Box()
    setattr(b, name, source())
    sink(b.a)  # flow


def written_by_names():
    b = Box()
    b.set_all(a=source())
    sink(b.a)  # flow


def deleted():
    b = Box(source())
    delattr(b, "a")
    b.a = "safe"
    sink(b.a)  # no flow


def by_dict():
    b = Box()
    b.__dict__["a"] = source()
    sink(b.a)  # flow
    sink(b.b)  # no flow


def by_dict_update():
    b = Box()
    b.__dict__.update(a=source())
    sink(b.a)  # flow
    sink(b.b)  # no flow


def method_by_name():
    sink(getattr(Box(source()), "get")())  # flow


def method_by_name_twin():
    b = Box(source())
    sink(getattr(Box(), "get")())  # no flow


COUNT = "safe"
KEPT = "safe"
LATER = "safe"
LIST = []
TABLE = {}


def sets_global():
    global COUNT
    COUNT = source()


def reads_global():
    sink(COUNT)  # flow
    sink(KEPT)  # no flow


def local_of_same_name():
    KEPT = source()
    return KEPT


def sets_by_globals():
    globals()["LATER"] = source()


def reads_set_by_globals():
    sink(LATER)  # flow


def reads_by_globals():
    sink(globals()["COUNT"])  # flow
    sink(globals()["KEPT"])  # no flow


def grows_global():
    LIST.append(source())
    TABLE["a"] = source()


def reads_grown():
    sink(LIST[0])  # flow
    sink(TABLE["a"])  # flow
    sink(TABLE["b"])  # no flow


def global_in_two():
    global MADE
    MADE = source()


def global_in_two_reader():
    sink(MADE)  # flow


def counter():
    n = "safe"

    def step():
        nonlocal n
        n = source()

    def other():
        nonlocal n
        return n

    step()
    sink(other())  # flow


def counter_twin():
    n = "safe"
    m = "safe"

    def step():
        nonlocal m
        m = source()

    def other():
        return n

    step()
    sink(other())  # no flow


def nonlocal_two_levels():
    x = "safe"

    def outer():
        def inner():
            nonlocal x
            x = source()

        inner()

    outer()
    sink(x)  # not yet: flow


def nonlocal_two_levels_twin():
    x = "safe"

    def outer():
        x = "safe"

        def inner():
            nonlocal x
            x = source()

        inner()

    outer()
    sink(x)  # no flow


def nonlocal_overwrites():
    x = source()

    def clear():
        nonlocal x
        x = "safe"

    clear()
    return x


def own_module():
    module = sys.modules[__name__]
    module.COUNT = "safe"


def walrus():
    if (x := source()) and (y := "safe"):
        sink(x)  # flow
        sink(y)  # no flow


def walrus_in_comprehension():
    found = [y for x in [source()] if (y := x)]
    sink(found)  # flow
    sink(y)  # flow


def walrus_in_comprehension_twin():
    found = ["safe" for x in [source()] if (y := "b")]
    sink(found)  # no flow
    sink(y)  # no flow


def walrus_in_loop():
    while chunk := source():
        sink(chunk)  # flow


def walrus_in_argument():
    use(x := source())
    sink(x)  # flow


def walrus_in_argument_twin():
    x = source()
    use(x := "safe")
    sink(x)  # no flow


def walrus_in_and(flag):
    if flag and (x := source()):
        sink(x)  # flow


def walrus_in_condition():
    y = x if (x := source()) else "safe"
    sink(y)  # flow


def walrus_in_condition_twin():
    y = "safe" if (x := source()) else "b"
    sink(y)  # no flow


def deleted_name():
    x = source()
    y = x
    del x
    sink(y)  # flow


def deleted_name_twin():
    x = source()
    del x
    x = "safe"
    sink(x)  # no flow


def deleted_item():
    d = {"a": source(), "b": "safe"}
    del d["a"]
    sink(d.get("a", "safe"))  # no flow


def deleted_item_twin():
    d = {"a": source(), "b": "safe"}
    del d["b"]
    sink(d["a"])  # flow


def deleted_index():
    x = [source(), "safe"]
    del x[0]
    sink(x[0])  # no flow


def deleted_index_twin():
    x = ["safe", source()]
    del x[0]
    sink(x[0])  # flow


def deleted_slice():
    x = [source(), "safe", "safe"]
    del x[0:1]
    sink(x[0])  # no flow


def deleted_slice_twin():
    x = ["safe", source(), "safe"]
    del x[0:1]
    sink(x[0])  # flow


def deleted_attribute():
    b = Box(source())
    del b.a
    b.a = "safe"
    sink(b.get())  # no flow


def deleted_all():
    x = [source()]
    del x[:]
    x.append("safe")
    sink(x[0])  # no flow


def shadows_builtin():
    str = lambda x: "safe"
    sink(str(source()))  # no flow


def shadows_builtin_twin():
    int = lambda x: x
    sink(int(source()))  # flow


def class_scope():
    class Local:
        x = source()
        y = "safe"

    sink(Local.x)  # flow
    sink(Local.y)  # no flow


def comprehension_scope():
    x = "safe"
    y = [x for x in [source()]]
    sink(x)  # no flow


def lambda_scope():
    x = "safe"
    f = lambda x: x
    f(source())
    sink(x)  # no flow


def loop_variable_stays():
    for x in [source()]:
        pass
    sink(x)  # flow


def exception_name_goes():
    e = source()
    try:
        risky()
    except ValueError as e:
        pass
    else:
        sink(e)  # flow


def late_binding():
    x = "safe"
    f = lambda: x
    x = source()
    sink(f())  # flow


def late_binding_twin():
    x = source()
    f = lambda: x
    x = "safe"
    sink(f())  # no flow


def early_binding():
    x = source()
    f = lambda x=x: x
    x = "safe"
    sink(f())  # flow


def early_binding_twin():
    x = "safe"
    f = lambda x=x: x
    x = source()
    sink(f())  # no flow
