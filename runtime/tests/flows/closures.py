"""Functions in functions: captured variables, decorators, lambdas, nonlocal."""

import functools


def captures():
    x = source()

    def inner():
        return x

    sink(inner())  # flow


def captures_twin():
    x = source()
    y = "safe"

    def inner():
        return y

    sink(inner())  # no flow


def make(x):
    def inner():
        return x

    return inner


def made():
    f = make(source())
    sink(f())  # flow


def made_twin():
    f = make(source())
    g = make("safe")
    sink(g())  # no flow


def adds(x):
    return lambda y: x + y


def lambda_captures():
    sink(adds(source())("safe"))  # flow


def lambda_captures_twin():
    f = adds(source())
    sink(adds("a")("b"))  # no flow


def lambda_argument():
    f = lambda x: x
    sink(f(source()))  # flow


def lambda_argument_twin():
    f = lambda x: "safe"
    sink(f(source()))  # no flow


def set_nonlocal():
    x = "safe"

    def change():
        nonlocal x
        x = source()

    change()
    sink(x)  # flow


def set_nonlocal_twin():
    x = "safe"
    y = "safe"

    def change():
        nonlocal y
        y = source()

    change()
    sink(x)  # no flow


def inner_sinks():
    x = source()

    def inner():
        sink(x)  # flow

    inner()


def inner_sinks_twin():
    x = source()

    def inner():
        x = "safe"
        sink(x)  # no flow

    inner()


def two_levels():
    x = source()

    def outer():
        def inner():
            return x

        return inner()

    sink(outer())  # flow


def two_levels_twin():
    x = source()

    def outer():
        x = "safe"

        def inner():
            return x

        return inner()

    sink(outer())  # no flow


def passes(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return wrapper


def replaces(f):
    def wrapper(*args, **kwargs):
        f(*args, **kwargs)
        return "safe"

    return wrapper


@passes
def decorated(x):
    return x


@passes
def decorated_constant(x):
    return "safe"


@replaces
def decorated_away(x):
    return x


def decorator():
    sink(decorated(source()))  # flow


def decorator_twin():
    sink(decorated_away(source()))  # no flow


def decorator_of_constant():
    sink(decorated_constant(source()))  # no flow


def adds_prefix(prefix):
    def decorate(f):
        def wrapper(x):
            return prefix + f(x)

        return wrapper

    return decorate


@adds_prefix("a")
def prefixed(x):
    return x


@adds_prefix(source())
def prefixed_with_source(x):
    return "safe"


def decorator_with_argument():
    sink(prefixed(source()))  # flow


def decorator_with_argument_twin():
    sink(prefixed("safe"))  # no flow


def decorator_adds_source():
    sink(prefixed_with_source("safe"))  # flow


def apply(f, x):
    return f(x)


def give_back(x):
    return x


def give_constant(x):
    return "safe"


def callback():
    sink(apply(give_back, source()))  # flow


def callback_twin():
    sink(apply(give_constant, source()))  # no flow


def callback_lambda():
    sink(apply(lambda v: v, source()))  # flow


def callback_lambda_twin():
    sink(apply(lambda v: "safe", source()))  # no flow


def in_a_dict():
    table = {"a": give_back, "b": give_constant}
    sink(table["a"](source()))  # flow


def in_a_dict_twin():
    table = {"a": give_back, "b": give_constant}
    sink(table["b"](source()))  # no flow


def mapped():
    sink(list(map(give_back, [source()])))  # flow


def mapped_twin():
    sink(list(map(give_constant, [source()])))  # no flow


def mapped_lambda():
    for x in map(lambda v: v, [source()]):
        sink(x)  # flow


def filtered():
    sink(list(filter(lambda v: v, [source()])))  # flow


def filtered_twin():
    y = source()
    sink(list(filter(lambda v: v, ["safe"])))  # no flow


def sees_key(v):
    sink(v)  # flow
    return v


def sorted_by():
    sorted([source()], key=sees_key)


def sees_safe_key(v):
    sink(v)  # no flow
    return v


def sorted_by_twin():
    y = source()
    sorted(["safe"], key=sees_safe_key)


def is_sorted():
    sink(sorted([source(), "a"])[0])  # flow


def reduced():
    sink(functools.reduce(lambda a, b: a + b, [source(), "a"]))  # flow


def reduced_twin():
    sink(functools.reduce(lambda a, b: "safe", [source(), "a"]))  # no flow


def local_class():
    x = source()

    class Inner:
        def get(self):
            return x

    sink(Inner().get())  # flow


def local_class_twin():
    x = source()

    class Inner:
        def get(self):
            return "safe"

    sink(Inner().get())  # no flow


def counter():
    seen = []

    def note(x):
        seen.append(x)

    note(source())
    sink(seen[0])  # flow


def counter_twin():
    seen = []
    other = []

    def note(x):
        other.append(x)

    note(source())
    sink(seen)  # no flow
