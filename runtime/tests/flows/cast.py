"""`cast` gives its second argument, and no part of the class that is named."""

from typing import cast


class Thing:
    a = "b"


def value():
    sink(cast(str, source()))  # flow
    sink(cast("list[str]", [source()])[0])  # flow


def filled(x):
    thing = cast(Thing, x)
    thing.a = source()
    sink(thing.a)  # flow
    sink(x.a)  # flow


def shown():
    sink(Thing.a)  # no flow
