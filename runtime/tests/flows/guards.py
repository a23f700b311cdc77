"""Cleaners, guards, conversions."""


def cleaned():
    sink(clean(source()))  # no flow


def cleaned_twin():
    clean(source())
    x = source()
    clean(x)
    sink(x)  # flow


def guarded():
    x = source()
    if is_safe(x):
        sink(x)  # no flow
    else:
        sink(x)  # flow


def guarded_by_return():
    x = source()
    if not is_safe(x):
        return
    sink(x)  # no flow


def guarded_by_return_twin():
    x = source()
    if is_safe(x):
        return
    sink(x)  # flow


def guarded_by_assert():
    x = source()
    assert is_safe(x)
    sink(x)  # no flow


def guards_another():
    x = source()
    y = source()
    if is_safe(y):
        sink(x)  # flow


def guarded_both():
    x = source()
    if is_safe(x) and len(x) < 10:
        sink(x)  # no flow


def guarded_either(flag):
    x = source()
    if is_safe(x) or flag:
        sink(x)  # flow


def helper_cleans(x):
    return clean(x)


def cleaned_below():
    sink(helper_cleans(source()))  # no flow


def helper_maybe_cleans(x, flag):
    if flag:
        return clean(x)
    return x


def maybe_cleaned_below(flag):
    sink(helper_maybe_cleans(source(), flag))  # flow


def to_number():
    sink(int(source()))  # no flow


def to_number_twin():
    sink(str(source()))  # flow


def to_bytes():
    sink(source().encode())  # flow


def from_bytes():
    sink(bytes(source(), "utf-8").decode())  # flow


def cleaned_in_loop():
    out = []
    for x in source():
        out.append(clean(x))
    sink(out)  # no flow


def cleaned_in_loop_twin():
    out = []
    for x in source():
        clean(x)
        out.append(x)
    sink(out)  # flow


def is_digit():
    x = source()
    y = x.isdigit()
    sink(y)  # no flow


def percent():
    sink("a %s" % source())  # flow


def percent_tuple():
    sink("a %s %s" % ("b", source()))  # flow


def format_method():
    sink("a {}".format(source()))  # flow


def format_method_twin():
    x = source()
    sink("a {}".format("b"))  # no flow


def chr_of():
    sink(chr(ord(source())))  # no flow
