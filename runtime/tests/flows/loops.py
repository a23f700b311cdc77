"""Loops: what one round leaves for the next."""


def loop_over():
    for x in source():
        sink(x)  # flow


def loop_over_twin():
    for x in ["a", "b"]:
        y = source()
        sink(x)  # no flow


def next_round():
    x = "safe"
    for i in range(3):
        sink(x)  # flow
        x = source()


def next_round_twin():
    x = "safe"
    for i in range(3):
        x = "other"
        sink(x)  # no flow
        y = source()


def collected():
    found = []
    for i in range(3):
        found.append(source())
    sink(found[0])  # flow


def collected_twin():
    found = []
    for i in range(3):
        found.append("safe")
        source()
    sink(found[0])  # no flow


def while_loop(n):
    x = "safe"
    while n:
        x = x + source()
        n -= 1
    sink(x)  # flow


def while_loop_twin(n):
    x = source()
    while True:
        x = "safe"
        if n:
            break
    sink(x)  # no flow


def broken(n):
    x = "safe"
    for i in n:
        if i:
            x = source()
            break
    else:
        x = "safe"
    sink(x)  # flow


def numbered():
    for i, x in enumerate([source()]):
        sink(x)  # flow


def numbered_twin():
    for i, x in enumerate([source()]):
        sink(i)  # no flow


def zipped():
    for a, b in zip(["safe"], [source()]):
        sink(b)  # flow


def zipped_twin():
    for a, b in zip(["safe"], [source()]):
        sink(a)  # no flow


def items():
    d = {"k": source()}
    for k, v in d.items():
        sink(v)  # flow


def items_twin():
    d = {"k": source()}
    for k, v in d.items():
        sink(k)  # no flow


def keys_only():
    d = {"k": source()}
    for k in d:
        sink(k)  # no flow


def values():
    d = {"k": source()}
    for v in d.values():
        sink(v)  # flow


def store_in_next_round(o):
    while True:
        sink(o.a)  # flow
        o.a = source()


def store_in_next_round_twin(o):
    sink(o.a)  # no flow
    o.a = source()
