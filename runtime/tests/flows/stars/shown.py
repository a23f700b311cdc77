__all__ = ["public"]


def public(x):
    return x


def gives(x):
    return "safe"
