def original(x):
    return x
