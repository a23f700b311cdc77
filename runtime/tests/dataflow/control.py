def early_return(v):
    if not v:
        return None
    return v


def elif_chain(c, v):
    if c == 1:
        x = "a"
    elif c == 2:
        x = v
    elif c == 3:
        raise ValueError(v)
    else:
        x = "b"
    return x


def while_loop(v, f):
    x = "a"
    while f(x):
        if x == "end":
            break
        x = f(v)
        continue
    else:
        x = "else"
    return x


def never():
    while False:
        dead()
    if 0:
        dead()
    if None or "":
        dead()
    if "a" and not "":
        return alive()
    dead()


def for_ever(f, v):
    x = "a"
    while True:
        x = f(x)
        if x:
            break
    return x


def constants_survive_loops(items, v):
    mode = "safe"
    for item in items:
        if mode == "unsafe":
            v = dead()
    return v


def nested_loops(rows, v):
    last = "none"
    for row in rows:
        for cell in row:
            if cell:
                last = cell
            else:
                v = last
    return last, v


def handled(f, v):
    x = "before"
    try:
        x = f(v)
        y = "inside"
        f(y)
    except (ValueError, KeyError) as error:
        x = error
    except TypeError:
        raise
    except:
        y = "bare"
    else:
        x = f(x)
    return x, y


def handled_in_state(f, v):
    x = v
    try:
        x = "safe"
        f()
    except ValueError:
        return x
    return x


def finished(f, v):
    x = v
    try:
        x = f()
    finally:
        f(x)
    return x


def finished_by_return(f, v):
    x = "a"
    try:
        if v:
            x = "b"
            return f(x)
    finally:
        close(x)
    return x


def groups(f):
    try:
        f()
    except* OSError as group:
        return group


def managed(open, v):
    x = v
    with open("a") as (a, b), open(v) as c.field, lock:
        x = "safe"
    return x, a


async def asynchronous(source, v):
    async with source as s:
        async for x in s:
            yield x
        await s.close(v)
    rows = [y async for y in source if await y]
    return


def generator(v):
    got = yield v
    rest = yield from got
    yield
    return rest


def asserted(v, w):
    assert isinstance(v, str), "no text"
    assert w
    return v, w


def exits(v):
    import sys
    if v:
        x = "a"
        sys.exit(1)
    else:
        x = "b"
    return x


def comprehensions(rows, v):
    a = [x.name for row in rows if row for x in row if x.ok(v)]
    b = {k: w for k, w in v.items()}
    c = {x for x in [v, "a"]}
    d = sum(x for x in rows)
    e = [[y for y in x] for x in rows]
    return a, b, c, d, e, [x for x in rows if False]


def texts(v, w):
    a = f"{v}"
    b = f"a{1}b"
    c = f"{v!r:>{w}}" "tail" f"{w=}"
    d = "%s and %s" % (v, "x")
    e = "%s %d" % ("x", 3)
    f = "%s" % v
    g = "a" + "b" + v + "c"
    h = "{}-{}".format("a", 1)
    i = "{}".format(v)
    j = ",".join(["a", "b"])
    k = ",".join(["a", v])
    m = "x" * 3 + "ABC".lower()
    return a, b, c, d, e, f, g, h, i, j, k, m


def conditional(c, v):
    x = v if c else "safe"
    y = "always" if 7 * 18 + 5 > 100 else v
    z = c and v or "default"
    w = (7 > 3) and "const" or v
    return x, y, z, w


def operators(v, w):
    return -v, not v, v < w < 3, v is None, v not in (1, 2), ~3, v @ w, v | w, v / w, v[w:], v[1:2, 3], 1 < 2 < 3, "a" in "abc"
