def deep(x):
    return x


def deep_safe(x):
    return "safe"
