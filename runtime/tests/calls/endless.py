"""What grows with each call: the analysis ends all the same."""

import functools

import lib


def more(*args):
    return more(1, *args)  # calls: more


def fewer(first, *args, **named):
    return fewer(*args, first, first, **named, another=named)  # calls: fewer


def up(node):
    return up(node.parent)  # calls: up


def down(node):
    return down(node.children()[0].copy())  # calls: down, lib.Node.children


def wrap(items):
    return wrap([items])  # calls: wrap


def later(function):
    return later(lambda: function())  # calls: later, later.<lambda>, step


def bound(function):
    return bound(functools.partial(function, 1))  # calls: bound, functools.partial


def step():
    return step


def decorated(function):
    @functools.wraps(function)  # calls: functools.wraps
    def inner(*args):
        return decorated(inner)(function, *args)  # calls: decorated, decorated.inner

    return inner


more(1)  # calls: more
fewer(1)  # calls: fewer
up(lib.NODE)  # calls: up
down(lib.Node())  # calls: down, lib.Node
wrap([])  # calls: wrap
later(step)  # calls: later
bound(step)  # calls: bound
decorated(step)()  # calls: decorated, decorated.inner
