def hand_clean(x):
    sink(x)  # no flow
    return x
