"""Decorators, generators, coroutines, context managers, partial functions."""

import asyncio
import functools
from contextlib import contextmanager


def logged(function):
    @functools.wraps(function)  # calls: functools.wraps
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)  # calls: add

    return wrapper


@logged  # calls: logged
def add(a, b):
    pass


add(1, 2)  # calls: logged.wrapper


def repeat(times):
    def decorator(function):
        def wrapper():
            function()  # calls: greet

        return wrapper

    return decorator


@repeat(3)  # calls: repeat, repeat.decorator
def greet():
    pass


greet()  # calls: repeat.decorator.wrapper


class Tool:
    def use(self):
        pass


def tools():
    yield Tool()  # calls: Tool


def more():
    yield from tools()  # calls: tools


for tool in tools():  # calls: tools
    tool.use()  # calls: Tool.use
for tool in more():  # calls: more
    tool.use()  # calls: Tool.use
[tool.use() for tool in tools()]  # calls: tools, Tool.use
next(tools()).use()  # calls: builtins.next, tools, Tool.use


async def fetch():
    return Tool()  # calls: Tool


async def main():
    tool = await fetch()  # calls: fetch
    tool.use()  # calls: Tool.use


@contextmanager  # calls: contextlib.contextmanager
def borrowed():
    yield Tool()  # calls: Tool


with borrowed() as tool:  # calls: borrowed
    tool.use()  # calls: Tool.use


def call(function, tool):
    function()  # calls: greet_twice
    tool.use()  # calls: Tool.use


def greet_twice():
    pass


later = functools.partial(call, greet_twice)  # calls: functools.partial
later(Tool())  # calls: call, Tool


@functools.lru_cache(maxsize=None)  # calls: functools.lru_cache
def cached():
    return Tool()  # calls: Tool


cached().use()  # calls: cached, Tool.use


def captured():
    tool = Tool()  # calls: Tool

    def inner():
        tool.use()  # calls: Tool.use

    return inner


captured()()  # calls: captured, captured.inner


@unknown.registered("x")  # calls: unknown.registered
def registered():
    return Tool()  # calls: Tool


registered().use()  # calls: registered, Tool.use
