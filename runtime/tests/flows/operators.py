"""Operators that a class defines: reflected ones, in place, of one operand, comparisons, conversions."""


class Text:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Text(self.value + str(other))

    def __radd__(self, other):
        return Text(other + self.value)

    def __mul__(self, n):
        return Text(self.value * n)

    def __rmul__(self, n):
        return Text("safe")

    def __mod__(self, values):
        return self.value % values

    def __rmod__(self, other):
        return "safe"

    def __truediv__(self, other):
        return other

    def __rtruediv__(self, other):
        return other

    def __or__(self, other):
        return other

    def __ror__(self, other):
        return self.value

    def __and__(self, other):
        return self.value

    def __neg__(self):
        return self.value

    def __invert__(self):
        return "safe"

    def __len__(self):
        return 3

    def __lt__(self, other):
        return other.value

    def __eq__(self, other):
        return True

    def __matmul__(self, other):
        return other.value

    def __lshift__(self, other):
        self.value = other
        return self


class Plain:
    def __init__(self, value):
        self.value = value


def added():
    sink((Text(source()) + "a").value)  # flow


def added_twin():
    x = Text(source())
    sink((Text("a") + "b").value)  # no flow


def reflected():
    sink(("a" + Text(source())).value)  # flow


def reflected_twin():
    x = Text(source())
    sink(("a" + Text("b")).value)  # no flow


def reflected_left():
    sink((source() + Text("a")).value)  # flow


def reflected_times():
    sink((3 * Text(source())).value)  # no flow


def times():
    sink((Text(source()) * 3).value)  # flow


def divided():
    sink(Text("safe") / source())  # flow


def divided_twin():
    sink(Text(source()) / "safe")  # no flow


def reflected_divided():
    sink(source() / Text("safe"))  # flow


def reflected_divided_twin():
    sink("safe" / Text(source()))  # no flow


def alternatives():
    sink(Text("safe") | source())  # flow


def alternatives_twin():
    sink(Text(source()) | "safe")  # no flow


def reflected_alternatives():
    sink({} | Text(source()))  # not yet: flow


def both_parts():
    sink(Text(source()) & "safe")  # flow


def both_parts_twin():
    sink(Text("safe") & source())  # no flow


def negated():
    sink(-Text(source()))  # flow


def negated_twin():
    sink(~Text(source()))  # no flow


def of_length():
    sink(len(Text(source())))  # no flow


def less():
    sink(Text("safe") < Text(source()))  # flow


def less_twin():
    sink(Text(source()) == Text("safe"))  # no flow


def of_matrices():
    sink(Text("safe") @ Text(source()))  # flow


def of_matrices_twin():
    sink(Text(source()) @ Text("safe"))  # no flow


def shifted():
    t = Text("safe")
    t << source()
    sink(t.value)  # flow


def shifted_twin():
    t = Text(source())
    u = Text("safe")
    u << "safe"
    sink(u.value)  # no flow


class Sum:
    def __init__(self):
        self.parts = []
        self.label = "safe"

    def __iadd__(self, part):
        self.parts.append(part)
        return self

    def __isub__(self, part):
        self.label = "safe"
        return self

    def __imul__(self, part):
        return Plain(part)


def in_place():
    s = Sum()
    s += source()
    sink(s.parts[0])  # flow


def in_place_twin():
    s = Sum()
    s += source()
    sink(s.label)  # no flow


def in_place_other():
    s = Sum()
    s -= source()
    sink(s.parts)  # no flow


def in_place_new():
    s = Sum()
    s *= source()
    sink(s.value)  # flow


def in_place_falls_back():
    t = Text("a")
    t += source()
    sink(t.value)  # flow


def in_place_falls_back_twin():
    t = Text("a")
    u = source()
    t += "b"
    sink(t.value)  # no flow


class Holder:
    def __init__(self):
        self.sum = Sum()
        self.text = "a"


def in_place_of_field():
    h = Holder()
    h.sum += source()
    sink(h.sum.parts)  # flow


def in_place_of_field_twin():
    h = Holder()
    h.sum += source()
    sink(h.text)  # no flow


def field_grows():
    h = Holder()
    h.text += source()
    sink(h.text)  # flow


def item_grows():
    d = {"a": "x", "b": "y"}
    d["a"] += source()
    sink(d["a"])  # flow
    sink(d["b"])  # no flow


def list_in_place():
    x = ["safe"]
    y = x
    x += [source()]
    sink(y[1])  # flow


def list_in_place_twin():
    x = ["safe"]
    y = x
    x = x + [source()]
    sink(y)  # no flow


def set_in_place():
    s = {"a"}
    s |= {source()}
    for x in s:
        sink(x)  # flow


def dict_in_place():
    d = {"a": "safe"}
    d |= {"b": source()}
    sink(d["b"])  # flow
    sink(d["a"])  # no flow


def dict_union():
    d = {"a": source()} | {"b": "safe"}
    sink(d["a"])  # flow
    sink(d["b"])  # no flow


class Container:
    def __init__(self, held):
        self.held = held

    def __contains__(self, x):
        sink(x)  # flow
        return True

    def __bool__(self):
        return True

    def __hash__(self):
        return 1

    def __index__(self):
        return 1

    def __reversed__(self):
        yield self.held

    def __abs__(self):
        return self.held

    def __round__(self, n=0):
        return "safe"

    def __bytes__(self):
        return self.held

    def __repr__(self):
        return "Container(" + self.held + ")"

    def __len__(self):
        return 1

    def __missing__(self, key):
        return key

    def __delitem__(self, key):
        sink(key)  # not yet: flow


class Quiet:
    def __init__(self, held):
        self.held = held

    def __contains__(self, x):
        sink(x)  # no flow
        return True

    def __bytes__(self):
        return b"safe"

    def __repr__(self):
        return "Quiet"

    def __delitem__(self, key):
        sink(key)  # no flow


def contained():
    return source() in Container("safe")


def contained_twin():
    y = source()
    return "safe" in Quiet(y)


def backwards():
    for x in reversed(Container(source())):
        sink(x)  # flow


def absolute():
    sink(abs(Container(source())))  # flow


def absolute_twin():
    sink(round(Container(source())))  # no flow


def as_bytes():
    sink(bytes(Container(source())))  # flow


def as_bytes_twin():
    sink(bytes(Quiet(source())))  # no flow


def represented():
    sink(repr(Container(source())))  # flow


def represented_twin():
    sink(repr(Quiet(source())))  # no flow


def represented_formatted():
    sink(f"{Container(source())!r}")  # flow


def represented_formatted_twin():
    sink(f"{Quiet(source())!r}")  # no flow


def text_by_repr():
    sink(str(Container(source())))  # flow


def text_by_repr_twin():
    sink(str(Quiet(source())))  # no flow


class Formats:
    def __init__(self, text):
        self.text = text

    def __format__(self, spec):
        return self.text

    def __str__(self):
        return "safe"


class FormatsSafely:
    def __init__(self, text):
        self.text = text

    def __format__(self, spec):
        return "safe"

    def __str__(self):
        return self.text


def by_format():
    sink(f"{Formats(source())}")  # flow


def by_format_twin():
    sink(f"{FormatsSafely(source())}")  # no flow


def by_format_method():
    sink("{}".format(Formats(source())))  # flow


def by_format_method_twin():
    sink("{}".format(FormatsSafely(source())))  # no flow


def by_format_function():
    sink(format(Formats(source())))  # flow


def by_format_function_twin():
    sink(format(FormatsSafely(source())))  # no flow


def by_str():
    sink(str(FormatsSafely(source())))  # flow


def by_str_twin():
    sink(str(Formats(source())))  # no flow


def by_percent():
    sink("%s" % FormatsSafely(source()))  # flow


def by_percent_twin():
    sink("%s" % Formats(source()))  # no flow


def by_percent_tuple():
    sink("%s %s" % ("a", FormatsSafely(source())))  # flow
