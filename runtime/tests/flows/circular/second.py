import first


def forth(x, n):
    return first.back(x, n) if n else x


def forth_safe(x, n):
    return first.back_safe(x, n) if n else "safe"
