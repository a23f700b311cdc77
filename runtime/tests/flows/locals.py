"""Local variables: bound, bound again, handed on."""


def straight():
    x = source()
    sink(x)  # flow


def straight_twin():
    x = source()
    y = "safe"
    sink(y)  # no flow


def overwritten():
    x = "safe"
    x = source()
    sink(x)  # flow


def overwritten_twin():
    x = source()
    x = "safe"
    sink(x)  # no flow


def handed_on():
    x = source()
    y = x
    x = "safe"
    sink(y)  # flow


def handed_on_twin():
    x = source()
    y = x
    y = "safe"
    sink(y)  # no flow


def swapped():
    a, b = source(), "safe"
    a, b = b, a
    sink(b)  # flow


def swapped_twin():
    a, b = source(), "safe"
    a, b = b, a
    sink(a)  # no flow


def walrus():
    if (x := source()):
        sink(x)  # flow


def walrus_twin():
    x = source()
    if (x := "safe"):
        sink(x)  # no flow


def added():
    x = "a"
    x += source()
    sink(x)  # flow


def added_twin():
    x = source()
    y = "a"
    y += "b"
    sink(y)  # no flow


def formatted():
    sink(f"a {source()} b")  # flow


def formatted_twin():
    x = source()
    sink(f"a {'x'} b")  # no flow


def deleted():
    x = source()
    del x
    x = "safe"
    sink(x)  # no flow


def starred():
    first, *rest = "safe", source(), "safe"
    sink(rest)  # flow


def starred_twin():
    first, *rest = "safe", source(), "safe"
    sink(first)  # no flow


def chained():
    x = y = source()
    sink(y)  # flow


def chained_twin():
    x = y = "safe"
    x = source()
    sink(y)  # no flow


def nested_unpacking():
    (a, (b, c)) = ("safe", (source(), "safe"))
    sink(b)  # flow


def nested_unpacking_twin():
    (a, (b, c)) = ("safe", (source(), "safe"))
    sink(c)  # no flow


def conditional(flag):
    x = source() if flag else "safe"
    sink(x)  # flow


def conditional_twin(flag):
    x = source()
    y = "a" if flag else "b"
    sink(y)  # no flow


def either():
    x = source() or "safe"
    sink(x)  # flow


def compared():
    x = source() == "a"
    sink(x)  # no flow
