def handed(x):
    return x
