"""Guards by comparisons: negated ones, several at once, and those whose other branch gives a constant."""


def not_equal():
    x = source()
    if x != "safe":
        return
    sink(x)  # no flow


def not_equal_twin():
    x = source()
    if x != "safe":
        sink(x)  # flow
        return


def not_among():
    x = source()
    if x not in ("safe a", "safe b"):
        return
    sink(x)  # no flow


def not_among_twin():
    x = source()
    if x in ("safe a", "safe b"):
        return
    sink(x)  # flow


def not_not_equal():
    x = source()
    if not x != "safe":
        sink(x)  # no flow
    else:
        sink(x)  # flow


def either():
    x = source()
    if x == "safe a" or x == "safe b" or x == "safe c":
        sink(x)  # no flow
    else:
        sink(x)  # flow


def either_twin():
    x = source()
    if x == "safe a" or x == "b" or x == "safe c":
        sink(x)  # flow


def either_of_another():
    x = source()
    y = source()
    if x == "safe a" or y == "safe b":
        sink(x)  # flow
        sink(y)  # flow


def neither():
    x = source()
    if x != "safe a" and x != "safe b":
        return
    sink(x)  # no flow


def neither_twin():
    x = source()
    if x != "safe a" and x != "b":
        return
    sink(x)  # flow


def either_or_not():
    x = source()
    if not (x == "safe a" or x == "safe b"):
        sink(x)  # flow
    else:
        sink(x)  # no flow


def either_in_expression():
    x = source()
    sink(x if x == "safe a" or x == "safe b" else "")  # no flow


def either_while():
    x = source()
    while x != "safe a" and x != "safe b":
        x = source()
    sink(x)  # no flow


def either_while_twin():
    x = source()
    while x == "safe a" and x == "safe b":
        x = source()
    sink(x)  # flow


def other_branch_constant():
    x = source()
    if x not in ("safe a", "safe b"):
        x = "c"
    sink(x)  # no flow


def other_branch_constant_twin():
    x = source()
    if x in ("safe a", "safe b"):
        x = "c"
    sink(x)  # flow


def other_branch_formatted():
    x = source()
    if x != "safe":
        x = "c"
    sink(f"a {x}")  # no flow


def other_branch_clean():
    x = source()
    if x != "safe":
        x = clean(x)
    sink(x)  # no flow


def other_branch_another():
    x = source()
    if x != "safe":
        x = source()
    sink(x)  # flow


def in_chain(y):
    x = source()
    if "safe-a" == x == y:
        sink(x)  # no flow
    if "safe-a" == x != y:
        sink(x)  # no flow
    if y == x == "safe-a":
        sink(x)  # no flow
    if not "safe-a" == x == y:
        sink(x)  # flow


def in_chain_twin(y):
    x = source()
    if "safe-a" != x == y:
        sink(x)  # flow
    if "safe-a" < x < y:
        sink(x)  # flow
    if "a" == x == y or y:
        sink(x)  # flow
