ALLOWED = ("a", "b")


def guard(v, is_safe):
    if is_safe(v):
        return v
    return v


def guard_by_method(v):
    if not v.isdigit():
        raise ValueError(v)
    return v


def guard_by_variable(v, is_safe):
    ok = is_safe(v)
    if ok:
        return v
    return "no"


def membership(v):
    if v not in ALLOWED:
        return None
    return v


def equality(v):
    if v == "a":
        return v
    elif v != "b":
        return v
    else:
        return v


def both(v, is_safe):
    if isinstance(v, str) and is_safe(v):
        return v
    return v


def either(v, is_safe):
    if isinstance(v, str) or not is_safe(v):
        return v
    return v


def truthiness(v):
    if v:
        x = v
    else:
        x = "default"
    return x


def attribute(self, is_safe):
    if is_safe(self.url):
        return self.url
    return self.url


def item(d, is_safe):
    if is_safe(d["k"]):
        return d["k"]


def matched(v):
    import re
    m = re.fullmatch("[a-z]+", v)
    if m is None:
        return None
    if not m:
        return v
    return v


def in_comprehension(vs, is_safe):
    return [v for v in vs if is_safe(v)]


def in_conditional(v, is_safe):
    return v if is_safe(v) else "no"


def in_loop(vs, is_safe):
    for v in vs:
        if not is_safe(v):
            continue
        use(v)


def both_ways(v, f, g):
    if f(v):
        g(v)
    elif g(v):
        f(v)
    else:
        return v
    return v


def assigned(v, is_safe):
    if not is_safe(v):
        v = "other"
    return v


def walrus(v, f):
    if (x := f(v)):
        return x, v


def less(v):
    if v < 3:
        return v


def unrelated(v, w, is_safe):
    if is_safe(w):
        return v


def comparison_of_a_call(v, is_safe):
    if is_safe(v) == False:
        return v
    return v


def either_word(c, v):
    return c and "safe" or v
