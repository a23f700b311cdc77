"""Calls: arguments, defaults, results, recursion, *args and **kwargs."""

from functools import partial


def identity(x):
    return x


def constant(x):
    return "safe"


def through():
    sink(identity(source()))  # flow


def through_twin():
    sink(constant(source()))  # no flow


def context():
    a = identity(source())
    b = identity("safe")
    sink(b)  # no flow


def context_twin():
    a = identity("safe")
    b = identity(source())
    sink(b)  # flow


def second(a, b):
    return b


def by_place():
    sink(second("safe", source()))  # flow


def by_place_twin():
    sink(second(source(), "safe"))  # no flow


def by_name():
    sink(second(b=source(), a="safe"))  # flow


def by_name_twin():
    sink(second(a=source(), b="safe"))  # no flow


def sinks(x):
    sink(x)  # flow


def to_sink():
    sinks(source())


def sinks_safely(x):
    sink(x)  # no flow


def to_sink_twin():
    y = source()
    sinks_safely("safe")


def returns_source():
    return source()


def returned():
    sink(returns_source())  # flow


def returns_safe():
    x = source()
    return "safe"


def returned_twin():
    sink(returns_safe())  # no flow


def with_default(x=source()):
    sink(x)  # flow


def calls_with_default():
    with_default()


def with_given_default(x=source()):
    sink(x)  # no flow


def calls_with_given_default():
    with_given_default("safe")


def rest(*args):
    return args[1]


def rest_args():
    sink(rest("safe", source()))  # flow


def rest_args_twin():
    sink(rest(source(), "safe"))  # no flow


def keywords(**kwargs):
    return kwargs["a"]


def keyword_args():
    sink(keywords(a=source(), b="safe"))  # flow


def keyword_args_twin():
    sink(keywords(a="safe", b=source()))  # no flow


def spread():
    args = ["safe", source()]
    sink(second(*args))  # flow


def spread_twin():
    args = [source(), "safe"]
    sink(second(*args))  # no flow


def spread_names():
    kwargs = {"a": "safe", "b": source()}
    sink(second(**kwargs))  # flow


def spread_names_twin():
    kwargs = {"a": source(), "b": "safe"}
    sink(second(**kwargs))  # no flow


def forwards(*args, **kwargs):
    return second(*args, **kwargs)


def forwarded():
    sink(forwards("safe", source()))  # flow


def forwarded_twin():
    sink(forwards(source(), "safe"))  # no flow


def forwarded_by_name():
    sink(forwards(a="safe", b=source()))  # flow


def forwarded_by_name_twin():
    sink(forwards(b="safe", a=source()))  # no flow


def recursive(x, n):
    if n:
        return recursive(x, n - 1)
    return x


def recursion():
    sink(recursive(source(), 3))  # flow


def recursive_safe(x, n):
    if n:
        return recursive_safe(x, n - 1)
    return "safe"


def recursion_twin():
    sink(recursive_safe(source(), 3))  # no flow


def even(x, n):
    return odd(x, n - 1) if n else x


def odd(x, n):
    return even(x, n - 1) if n else "safe"


def mutual():
    sink(even(source(), 4))  # flow


def swaps(a, b, n):
    if n:
        return swaps(b, a, n - 1)
    return a


def swapping():
    sink(swaps("safe", source(), 1))  # flow


def bound_before():
    f = partial(second, "safe")
    sink(f(source()))  # flow


def bound_before_twin():
    f = partial(second, source())
    sink(f("safe"))  # no flow


def bound_source():
    f = partial(second, b=source())
    sink(f("safe"))  # flow


def both(x):
    return x, "safe"


def several_results():
    a, b = both(source())
    sink(a)  # flow


def several_results_twin():
    a, b = both(source())
    sink(b)  # no flow


def in_dict(x):
    return {"x": x, "y": "safe"}


def result_in_dict():
    sink(in_dict(source())["x"])  # flow


def result_in_dict_twin():
    sink(in_dict(source())["y"])  # no flow


def unknown_callee():
    sink(library_function(source()))  # flow


def unknown_method(thing):
    sink(thing.method(source()))  # flow


def unknown_callee_twin():
    x = source()
    sink(library_function("safe"))  # no flow


def chained_calls():
    sink(source().strip().lower().replace("a", "b"))  # flow


def chained_calls_twin():
    x = source()
    sink("a".strip().lower().replace("a", "b"))  # no flow


def replaced_with():
    sink("a".replace("a", source()))  # flow
