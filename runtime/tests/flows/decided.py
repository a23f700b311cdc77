"""Guards, constants, branches that are decided, `try` and loops that always end the same way."""

import configparser


def early_return():
    x = source()
    if not is_safe(x):
        return
    sink(x)  # no flow


def early_return_twin():
    x = source()
    if is_safe(x):
        return
    sink(x)  # flow


def early_raise():
    x = source()
    if not is_safe(x):
        raise ValueError
    sink(x)  # no flow


def early_raise_twin():
    x = source()
    if is_safe(x):
        raise ValueError
    sink(x)  # flow


def early_continue(items):
    for x in source():
        if not is_safe(x):
            continue
        sink(x)  # no flow


def early_continue_twin(items):
    for x in source():
        if is_safe(x):
            continue
        sink(x)  # flow


def early_break():
    for x in source():
        if not is_safe(x):
            break
        sink(x)  # no flow


def until_safe():
    x = source()
    while not is_safe(x):
        x = source()
    sink(x)  # no flow


def until_safe_twin():
    x = source()
    while is_safe(x):
        x = source()
    sink(x)  # flow


def retry():
    while True:
        x = source()
        if is_safe(x):
            break
    sink(x)  # no flow


def retry_twin():
    while True:
        x = source()
        if not is_safe(x):
            break
    sink(x)  # flow


def both(flag):
    x = source()
    if flag and is_safe(x):
        sink(x)  # no flow
    else:
        sink(x)  # flow


def either(flag):
    x = source()
    if flag or is_safe(x):
        sink(x)  # flow


def neither(flag):
    x = source()
    if not (flag and is_safe(x)):
        sink(x)  # flow
    else:
        sink(x)  # no flow


def not_either(flag):
    x = source()
    if not (flag or not is_safe(x)):
        sink(x)  # no flow


def double_negation():
    x = source()
    if not not is_safe(x):
        sink(x)  # no flow


def in_expression():
    x = source()
    sink(x if is_safe(x) else "safe")  # no flow


def in_expression_twin():
    x = source()
    sink("safe" if is_safe(x) else x)  # flow


def in_or():
    x = source()
    sink(is_safe(x) or x)  # flow


def asserted():
    x = source()
    assert is_safe(x), "no"
    sink(x)  # no flow


def asserted_twin():
    x = source()
    assert not is_safe(x), "no"
    sink(x)  # flow


def kept_test():
    x = source()
    ok = is_safe(x)
    if ok:
        sink(x)  # no flow
    else:
        sink(x)  # flow


def kept_test_of_changed():
    x = source()
    ok = is_safe(x)
    x = source()
    if ok:
        sink(x)  # flow


def compared_with_true():
    x = source()
    if is_safe(x) is True:
        sink(x)  # no flow


def compared_with_false():
    x = source()
    if is_safe(x) == False:
        return
    sink(x)  # no flow


def field_tested(o):
    o.x = source()
    if is_safe(o.x):
        sink(o.x)  # no flow
    else:
        sink(o.x)  # flow


def item_tested():
    d = {"a": source()}
    if is_safe(d["a"]):
        sink(d["a"])  # no flow
    else:
        sink(d["a"])  # flow


def helper(x):
    return is_safe(x)


def checks(x):
    if not is_safe(x):
        raise ValueError("no")


def checks_nothing(x):
    if not x:
        raise ValueError("no")


def checks_and_gives(x):
    if not is_safe(x):
        raise ValueError("no")
    return x


def gives_unchecked(x):
    if not x:
        raise ValueError("no")
    return x


def checked_below():
    sink(checks_and_gives(source()))  # no flow


def checked_below_twin():
    sink(gives_unchecked(source()))  # flow


def in_try():
    x = source()
    try:
        if not is_safe(x):
            raise ValueError("no")
    except ValueError:
        return
    sink(x)  # no flow


def elif_chain(flag):
    x = source()
    if flag == 1:
        return
    elif not is_safe(x):
        return
    else:
        sink(x)  # no flow


def elif_chain_twin(flag):
    x = source()
    if flag == 1:
        pass
    elif not is_safe(x):
        return
    sink(x)  # flow


def walrus():
    if is_safe(x := source()):
        sink(x)  # no flow


def arithmetic():
    x = source()
    if 7 * 6 > 200:
        y = x
    else:
        y = "safe"
    sink(y)  # no flow


def arithmetic_twin():
    x = source()
    if 7 * 18 > 100:
        y = x
    else:
        y = "safe"
    sink(y)  # flow


def by_variable():
    n = 86
    x = source()
    if (7 * 42) - n > 200:
        y = "safe"
    else:
        y = x
    sink(y)  # no flow


def by_variable_twin():
    n = 106
    x = source()
    if (7 * 42) - n > 200:
        y = "safe"
    else:
        y = x
    sink(y)  # flow


def conditional():
    n = 106
    x = source()
    y = "safe" if 7 * 18 + n > 200 else x
    sink(y)  # no flow


def conditional_twin():
    n = 10
    x = source()
    y = "safe" if 7 * 18 + n > 200 else x
    sink(y)  # flow


def by_text():
    x = source()
    guess = "ABC"[1]
    if guess == "B":
        x = "safe"
    sink(x)  # no flow


def by_text_twin():
    x = source()
    guess = "ABC"[2]
    if guess == "B":
        x = "safe"
    sink(x)  # flow


def by_length():
    x = source()
    if len("abc") == 3:
        x = "safe"
    sink(x)  # no flow


def by_membership():
    x = source()
    if "b" in "abc":
        x = "safe"
    sink(x)  # no flow


def by_membership_list():
    x = source()
    if 2 in [1, 2, 3]:
        x = "safe"
    sink(x)  # no flow


def by_membership_list_twin():
    x = source()
    if 4 in [1, 2, 3]:
        x = "safe"
    sink(x)  # flow


def by_text_method():
    x = source()
    if "abc".startswith("a"):
        x = "safe"
    sink(x)  # no flow


def by_flag():
    debug = False
    x = "safe"
    if debug:
        x = source()
    sink(x)  # no flow


def by_flag_twin():
    debug = True
    x = "safe"
    if debug:
        x = source()
    sink(x)  # flow


DEBUG = False


def by_module_flag():
    x = "safe"
    if DEBUG:
        x = source()
    sink(x)  # not yet: no flow


def by_none():
    n = None
    x = source()
    if n is None:
        x = "safe"
    sink(x)  # no flow


def by_bits():
    x = source()
    if 6 & 1:
        sink(x)  # no flow
    if 7 & 1:
        sink(x)  # flow


def by_chained_comparison():
    x = source()
    if 1 < 2 < 3:
        x = "safe"
    sink(x)  # no flow


def by_short_circuit():
    x = source()
    y = "safe" or x
    sink(y)  # no flow


def by_short_circuit_twin():
    x = source()
    y = "" or x
    sink(y)  # flow


def by_and():
    x = source()
    y = "" and x
    sink(y)  # no flow


def loop_never():
    x = "safe"
    while False:
        x = source()
    sink(x)  # no flow


def loop_empty_twin():
    x = "safe"
    for _ in [1]:
        x = source()
    sink(x)  # flow


def loop_overwrites_twin(items):
    x = source()
    for y in items:
        x = y
    sink(x)  # flow


def loop_with_else():
    for _ in [1, 2]:
        x = source()
    else:
        x = "safe"
    sink(x)  # no flow


def once():
    while True:
        x = "safe"
        break
        x = source()
    sink(x)  # no flow


def once_twin():
    while True:
        x = source()
        break
        x = "safe"
    sink(x)  # flow


def after_return():
    return
    sink(source())  # no flow


def after_raise():
    raise ValueError
    sink(source())  # no flow


def after_endless():
    while True:
        pass
    sink(source())  # no flow


def key_constant():
    d = {}
    d["a"] = "safe"
    d["b"] = source()
    sink(d["b"])  # flow


def key_constant_twin():
    d = {}
    d["a"] = "safe"
    d["b"] = source()
    d["c"] = "other"
    sink(d["a"])  # no flow


def key_by_variable():
    d = {"key-a": "safe", "key-b": source()}
    k = "key-" + "b"
    sink(d[k])  # flow
    k = "key-" + "a"
    sink(d[k])  # no flow


def key_by_loop():
    d = {}
    for k in ["a"]:
        d[k] = source()
    sink(d["a"])  # flow


def configured():
    c = configparser.ConfigParser()
    c.add_section("s")
    c.set("s", "a", "safe")
    c.set("s", "b", source())
    sink(c.get("s", "b"))  # flow
    sink(c.get("s", "a"))  # no flow


def configured_by_item():
    c = configparser.ConfigParser()
    c["s"] = {"a": "safe", "b": source()}
    sink(c["s"]["b"])  # flow
    sink(c["s"]["a"])  # no flow


def configured_in_callee(c):
    return c.get("s", "a")


def configured_elsewhere():
    c = configparser.ConfigParser()
    c.add_section("s")
    c.set("s", "a", source())
    sink(configured_in_callee(c))  # not yet: flow


def configured_elsewhere_twin():
    c = configparser.ConfigParser()
    c.add_section("s")
    c.set("s", "a", "safe")
    c.set("s", "b", source())
    sink(configured_in_callee(c))  # no flow


class Settings:
    def __init__(self):
        self.values = {}

    def set(self, section, key, value):
        self.values[section + "." + key] = value

    def get(self, section, key):
        return self.values[section + "." + key]


def split_text():
    a, b = "safe,other".split(",")
    x = source()
    sink(a)  # no flow


def format_constant():
    x = source()
    sink("{} {}".format("a", "b"))  # no flow


def text_parts():
    x = source()
    parts = ["a", x, "b"]
    sink("".join(parts[:1]))  # no flow
    sink("".join(parts[1:]))  # flow


def text_multiplied():
    sink(source() * 2)  # flow


def text_of_length():
    sink("a" * len(source()))  # no flow


def text_compared():
    sink("yes" if source() == "a" else "no")  # no flow


def finally_overwrites():
    x = source()
    try:
        risky()
    finally:
        x = "safe"
    sink(x)  # no flow


def finally_overwrites_twin():
    x = "safe"
    try:
        risky()
    finally:
        x = source()
    sink(x)  # flow


def try_return(flag):
    try:
        if flag:
            return source()
        return "safe"
    except ValueError:
        return "other"


def tried():
    sink(try_return(True))  # flow


def except_return():
    try:
        x = int(source())
    except ValueError:
        return "safe"
    return x


def excepted():
    sink(except_return())  # no flow


def except_returns_raw():
    x = source()
    try:
        return int(x)
    except ValueError:
        return x


def excepted_twin():
    sink(except_returns_raw())  # flow


def nested_finally():
    x = "safe"
    try:
        try:
            x = source()
        finally:
            x = "a"
    finally:
        sink(x)  # no flow


def nested_finally_twin():
    x = "safe"
    try:
        try:
            x = "b"
        finally:
            x = source()
    finally:
        sink(x)  # flow


def suppressed():
    import contextlib

    x = "safe"
    with contextlib.suppress(ValueError):
        x = source()
        risky()
    sink(x)  # flow


def suppressed_twin():
    import contextlib

    x = source()
    with contextlib.suppress(ValueError):
        risky()
    x = "safe"
    sink(x)  # no flow


def exits():
    import sys

    x = source()
    sys.exit(0)
    sink(x)  # no flow


def is_instance_text():
    x = source()
    if isinstance(x, str):
        sink(x)  # flow


def is_none_of_twin():
    x = source()
    if x in {"a", "b"}:
        return
    sink(x)  # flow


ALLOWED = {"a": "x", "b": "y"}


def looked_up():
    sink(ALLOWED[source()])  # no flow


def looked_up_get():
    sink(ALLOWED.get(source()))  # no flow


def looked_up_default():
    x = source()
    sink(ALLOWED.get(x, x))  # flow


def chosen_index():
    sink(["a", "b"][int(source())])  # no flow


def type_of():
    sink(type(source()))  # no flow


