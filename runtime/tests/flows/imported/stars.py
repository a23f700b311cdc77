def starred(x):
    return x


def starred_safe(x):
    return "safe"
