"""An argument that is clean is so for the call, not for whoever has the same value elsewhere."""


def shown(x):
    hand_clean(x)
    sink(x)  # flow


def handed():
    shown(source())


def result():
    sink(hand_clean(source()))  # no flow


def result_of_other(x):
    sink(hand_clean("a", source()))  # flow


def before_and_after():
    x = source()
    sink(x)  # flow
    y = hand_clean(x)
    sink(y)  # no flow
    sink(x)  # flow


def twice():
    x = source()
    sink(hand_clean(x, x))  # no flow


def kept():
    x = [source()]
    hand_clean(x)
    sink(x[0])  # flow


def filled():
    x = []
    hand_clean(x)
    x.append(source())
    sink(x)  # flow
