import second


def start():
    sink(second.forth(source(), 2))  # flow


def start_twin():
    sink(second.forth_safe(source(), 2))  # no flow


def back(x, n):
    return second.forth(x, n - 1)


def back_safe(x, n):
    return second.forth_safe("safe", n - 1)
