"""What the function writes into a clean argument is in the object that it was handed."""

from filling import hand_clean


def filled():
    x = []
    hand_clean(x)
    sink(x)  # flow
