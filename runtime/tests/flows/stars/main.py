"""Star imports: with `__all__`, through packages, shadowed, of values that change."""

from library import *
from nested import *
from shown import *

from library import _hidden


def starred():
    sink(gives(source()))  # flow


def starred_twin():
    sink(gives_safe(source()))  # no flow


def through_package():
    sink(deep(source()))  # flow


def through_package_twin():
    sink(deep_safe(source()))  # no flow


def by_all():
    sink(public(source()))  # flow


def hidden():
    sink(_hidden(source()))  # flow


def constant():
    sink(LABEL)  # no flow


def variable():
    sink(DATA)  # flow


def gives_safe(x):
    return "own"


def shadowed():
    sink(gives_safe(source()))  # no flow


def made():
    sink(Kept(source()).x)  # flow


def made_twin():
    sink(Kept(source()).y)  # no flow


def table():
    sink(TABLE["a"](source()))  # flow
    sink(TABLE["b"](source()))  # no flow


def builtins_stay():
    sink(str(source()))  # flow
    sink(len(source()))  # no flow
    for i, x in enumerate([source()]):
        sink(x)  # flow
        sink(i)  # no flow
