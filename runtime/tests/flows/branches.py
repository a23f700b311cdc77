"""Branches, also those that are never taken."""


def one_branch(flag):
    x = "safe"
    if flag:
        x = source()
    sink(x)  # flow


def one_branch_twin(flag):
    x = source()
    if flag:
        x = "a"
    else:
        x = "b"
    sink(x)  # no flow


def other_branch(flag):
    if flag:
        x = source()
        sink("safe")  # no flow
    else:
        x = "safe"
        sink(x)  # no flow


def never():
    x = "safe"
    if False:
        x = source()
    sink(x)  # no flow


def never_twin():
    x = "safe"
    if True:
        x = source()
    sink(x)  # flow


def arithmetic():
    x = source()
    if 7 * 6 > 40:
        x = "safe"
    sink(x)  # no flow


def arithmetic_twin():
    x = source()
    if 7 * 6 > 200:
        x = "safe"
    sink(x)  # flow


def matched():
    kind = "b"
    match kind:
        case "a":
            x = source()
        case _:
            x = "safe"
    sink(x)  # no flow


def matched_twin():
    kind = "a"
    match kind:
        case "a":
            x = source()
        case _:
            x = "safe"
    sink(x)  # flow


def early_return(flag):
    x = source()
    if flag:
        return
    sink(x)  # flow


def early_return_twin(flag):
    x = source()
    return
    sink(x)  # no flow


def object_in_branch(flag):
    o = Thing()
    if flag:
        o.a = source()
    else:
        use(o)
        sink_a(o)
    return None


class Thing:
    pass


def sink_a(o):
    sink(o.a)  # no flow


def object_behind_branch(flag):
    o = Thing()
    if flag:
        o.a = source()
    sink_b(o)


def sink_b(o):
    sink(o.a)  # flow


def stored_later():
    o = Thing()
    sink_c(o)
    o.a = source()


def sink_c(o):
    sink(o.a)  # no flow


def captured_pattern(command):
    match source():
        case [first, *rest]:
            sink(first)  # flow
        case {"k": value}:
            sink(value)  # flow
        case str(text):
            sink(text)  # flow


def captured_pattern_twin(command):
    match ("safe", source()):
        case (first, second):
            sink(first)  # no flow
