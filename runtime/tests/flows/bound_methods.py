"""Methods and functions as values: in variables, fields, containers, arguments."""

import functools
import operator


class Box:
    def __init__(self, x):
        self.x = x
        self.handler = self.get

    def get(self):
        return self.x

    def get_safe(self):
        return "safe"

    def put(self, x):
        self.x = x

    def echo(self, y):
        return y

    def pick(self, flag):
        return self.get if flag else self.get_safe

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def same(x):
        return x


def in_variable():
    f = Box(source()).get
    sink(f())  # flow


def in_variable_twin():
    f = Box(source()).get_safe
    sink(f())  # no flow


def of_other_object():
    a, b = Box(source()), Box("safe")
    f = b.get
    sink(f())  # no flow


def writes():
    b = Box("safe")
    f = b.put
    f(source())
    sink(b.x)  # flow


def writes_twin():
    a, b = Box("safe"), Box("safe")
    f = a.put
    f(source())
    sink(b.x)  # no flow


def in_field():
    sink(Box(source()).handler())  # flow


def in_field_twin():
    b = Box(source())
    sink(Box("safe").handler())  # no flow


class Task:
    def __init__(self, run, argument):
        self.run = run
        self.argument = argument

    def start(self):
        return self.run(self.argument)


def in_field_of_other():
    sink(Task(Box("safe").echo, source()).start())  # flow


def in_field_of_other_twin():
    sink(Task(Box(source()).echo, "safe").start())  # no flow


def in_list():
    b = Box(source())
    fs = [b.get_safe, b.get]
    sink(fs[1]())  # flow
    sink(fs[0]())  # no flow


def in_loop():
    b = Box(source())
    for f in [b.get]:
        sink(f())  # flow


def in_loop_twin():
    b = Box(source())
    for f in [b.get_safe]:
        sink(f())  # no flow


def in_dict():
    b = Box(source())
    table = {"get": b.get, "safe": b.get_safe}
    sink(table["get"]())  # flow
    sink(table["safe"]())  # no flow


def in_dict_get():
    b = Box("safe")
    table = {"echo": b.echo}
    sink(table.get("echo")(source()))  # flow


def in_tuple():
    b = Box(source())
    name, f = "get", b.get
    sink(f())  # flow


def by_class():
    sink(Box.get(Box(source())))  # flow


def by_class_twin():
    sink(Box.get_safe(Box(source())))  # no flow


def apply(f, *args):
    return f(*args)


def as_argument():
    sink(apply(Box(source()).get))  # flow


def as_argument_twin():
    sink(apply(Box(source()).get_safe))  # no flow


def as_argument_with_data():
    sink(apply(Box("safe").echo, source()))  # flow


def as_argument_with_data_twin():
    sink(apply(Box(source()).echo, "safe"))  # no flow


def class_method_kept():
    make = Box.make
    sink(make(source()).x)  # flow


def class_method_kept_twin():
    make = Box.make
    b = make(source())
    sink(make("safe").x)  # no flow


def static_kept():
    same = Box("a").same
    sink(same(source()))  # flow


def static_kept_twin():
    same = Box(source()).same
    sink(same("safe"))  # no flow


def class_kept():
    C = Box
    sink(C(source()).get())  # flow


def class_kept_twin():
    C = Box
    sink(C(source()).get_safe())  # no flow


def partly():
    f = functools.partial(Box("safe").echo, source())
    sink(f())  # flow


def partly_twin():
    f = functools.partial(Box(source()).echo, "safe")
    sink(f())  # no flow


def returned(b):
    return b.get


def from_function():
    sink(returned(Box(source()))())  # flow


def from_function_twin():
    sink(returned(Box("safe"))())  # not yet: no flow


def of_builtin_list():
    x = []
    add = x.append
    add(source())
    sink(x[0])  # flow


def of_builtin_list_twin():
    x, y = [], []
    add = y.append
    add(source())
    sink(x)  # no flow


def of_builtin_text():
    join = ",".join
    sink(join(["a", source()]))  # flow


def of_builtin_text_twin():
    join = ",".join
    y = source()
    sink(join(["a", "b"]))  # no flow


def mapped():
    sink(list(map(Box("safe").echo, [source()])))  # flow


def mapped_twin():
    sink(list(map(Box(source()).echo, ["safe"])))  # no flow


def mapped_class():
    for b in map(Box, [source()]):
        sink(b.x)  # not yet: flow


def mapped_class_twin():
    for b in map(Box, [source()]):
        sink(b.get_safe())  # no flow


def mapped_builtin():
    sink(list(map(str, [source()])))  # flow


def mapped_builtin_twin():
    sink(list(map(int, [source()])))  # no flow


def mapped_method_of_text():
    sink(list(map(str.strip, [source()])))  # flow


def method_of_text():
    sink(str.upper(source()))  # flow


def method_of_text_twin():
    sink(str.isdigit(source()))  # no flow


def item_getter():
    get = operator.itemgetter("a")
    sink(get({"a": source()}))  # flow


def chosen(flag):
    f = Box(source()).get if flag else Box("safe").get
    sink(f())  # flow


def chosen_twin(flag):
    f = Box(source()).get_safe if flag else Box("safe").get
    sink(f())  # not yet: no flow


def chosen_by_method(flag):
    sink(Box(source()).pick(flag)())  # flow


def chosen_by_method_twin(flag):
    b = Box(source())
    sink(Box("safe").pick(flag)())  # not yet: no flow


def lambda_of_object():
    b = Box(source())
    f = lambda: b.get()
    sink(f())  # flow


def lambda_of_object_twin():
    b = Box(source())
    f = lambda: b.get_safe()
    sink(f())  # no flow


def compose(f, g):
    return lambda x: f(g(x))


def same(x):
    return x


def constant(x):
    return "safe"


def composed():
    sink(compose(same, same)(source()))  # flow


def in_default(f=same):
    sink(f(source()))  # flow


def in_default_twin(f=constant):
    sink(f(source()))  # no flow


class Dispatch:
    table = {"a": same, "b": constant}

    def run_a(self, x):
        return self.table["a"](x)

    def run_b(self, x):
        return self.table["b"](x)


def class_table():
    sink(Dispatch().run_a(source()))  # flow


def class_table_twin():
    sink(Dispatch().run_b(source()))  # no flow


class Visitor:
    def visit(self, kind, x):
        return getattr(self, "visit_" + kind)(x)

    def visit_a(self, x):
        return x


def by_name():
    sink(getattr(Box(source()), "get")())  # flow


def by_name_twin():
    sink(getattr(Box(source()), "get_safe")())  # no flow


def called_at_once():
    sink((lambda x: x)(source()))  # flow


def called_at_once_twin():
    sink((lambda x: "safe")(source()))  # no flow


def returns_function_in_dict():
    return {"f": same, "g": constant}


def from_dict_of_function():
    sink(returns_function_in_dict()["f"](source()))  # flow


def from_dict_of_function_twin():
    sink(returns_function_in_dict()["g"](source()))  # no flow
