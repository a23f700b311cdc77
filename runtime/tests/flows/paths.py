"""Which way is taken: early ends, loops that run never or for ever, what `and` and `or` give."""


def early(flag):
    text = source()
    if flag:
        return
    text = "safe"
    sink(text)  # no flow


def early_twin(flag):
    text = source()
    if flag:
        text = "safe"
        return
    sink(text)  # flow


def forever():
    text = "safe"
    while True:
        line = read()
        if not line:
            break
        text = source()
    sink(text)  # flow


def forever_twin():
    text = source()
    while True:
        text = "safe"
        if done():
            break
    sink(text)  # no flow


def for_else(rows):
    text = source()
    for row in rows:
        if row:
            break
    else:
        text = "safe"
    sink(text)  # flow


def for_else_twin(rows):
    text = source()
    for row in rows:
        if row:
            text = "safe"
            break
    else:
        text = "safe"
    sink(text)  # no flow


def tried():
    try:
        text = source()
    except ValueError:
        text = "safe"
    else:
        text = "safe"
    sink(text)  # no flow


def tried_twin():
    text = "safe"
    try:
        work()
    except ValueError:
        text = source()
    else:
        text = "safe"
    finally:
        work()
    sink(text)  # flow


def returned_in_finally():
    def inner():
        try:
            return source()
        finally:
            return "safe"

    sink(inner())  # no flow


def returned_before_finally():
    def inner():
        try:
            return source()
        finally:
            work()

    sink(inner())  # flow


def inner_exit():
    def inner(text):
        if not text:
            return "safe"
        return text

    sink(inner(source()))  # flow
    sink(inner(""))  # no flow


def ternary():
    flag = False
    sink(source() if flag else "safe")  # no flow
    sink("safe" if flag else source())  # flow


def short_circuit():
    sink("" and source())  # no flow
    sink("a" or source())  # no flow
    sink(None or source())  # flow
    sink(source() and "safe")  # no flow
    sink("a" and source())  # flow


def correlated_constants():
    mode = "b"
    if mode == "a":
        text = source()
    elif mode == "b":
        text = "safe"
    else:
        text = source()
    sink(text)  # no flow


def correlated_computed():
    n = 86
    text = source() if (7 * 42) - n > 300 else "safe"
    sink(text)  # no flow
    text = source() if (7 * 42) - n < 300 else "safe"
    sink(text)  # flow


def guessed():
    guess = "ABC"[1]
    match guess:
        case "A":
            text = source()
        case "B":
            text = "safe"
        case "C" | "D":
            text = source()
        case _:
            text = "safe"
    sink(text)  # no flow


def guessed_twin():
    guess = "ABC"[2]
    match guess:
        case "A":
            text = "safe"
        case "C" | "D":
            text = source()
        case _:
            text = "safe"
    sink(text)  # flow


def continued(rows):
    text = source()
    for row in rows:
        text = "safe"
        if row:
            continue
        text = source()
    sink(text)  # flow


def never_continued():
    for text in [source(), "safe"]:
        if True:
            continue
        sink(text)  # no flow


def asserted():
    text = source()
    assert text == "safe"
    sink(text)  # no flow


def raised():
    text = source()
    raise ValueError
    sink(text)  # no flow


def of_loop_var():
    last = "safe"
    for text in ("a", source(), "b"):
        last = text
    sink(last)  # flow


def constant_loop():
    text = source()
    while False:
        sink(text)  # no flow
    for _ in []:
        sink(text)  # no flow
    for _ in range(0):
        sink(text)  # no flow


def flags_kept():
    debug = False
    text = source()
    if not debug:
        text = "safe"
    sink(text)  # no flow


def in_with():
    with manager() as m:
        text = source()
        return_it = text
    sink(return_it)  # flow


def deleted_var():
    text = source()
    del text
    try:
        sink(text)  # no flow
    except NameError:
        pass


def walrus():
    if (text := source()) and len(text) > 3:
        sink(text)  # flow
    if (text := "safe"):
        sink(text)  # no flow


def unpack_swap():
    a, b, c = source(), "safe", "safe"
    a, b, c = c, a, b
    sink(a)  # no flow
    sink(b)  # flow
    sink(c)  # no flow
    (a, b), [c] = (b, a), [c]
    sink(a)  # flow
    sink(b)  # no flow
