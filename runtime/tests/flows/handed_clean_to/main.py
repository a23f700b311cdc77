"""The function that is handed a clean argument is one of the project."""

from own import hand_clean


def before_and_after():
    x = source()
    sink(hand_clean(x))  # no flow
    sink(x)  # flow
