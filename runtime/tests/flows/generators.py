"""Generators, async functions, context managers made of generators."""

import asyncio
import contextlib


def yields(x):
    yield "first"
    yield x


def yields_safe(x):
    yield "safe"


def generator():
    for v in yields(source()):
        sink(v)  # flow


def generator_twin():
    for v in yields_safe(source()):
        sink(v)  # no flow


def delegates(x):
    yield from yields(x)


def delegates_safe(x):
    yield from yields_safe(x)


def delegated():
    for v in delegates(source()):
        sink(v)  # flow


def delegated_twin():
    for v in delegates_safe(source()):
        sink(v)  # no flow


def returns_late(x):
    yield "safe"
    return x


def takes_result(x):
    r = yield from returns_late(x)
    sink(r)  # flow


def result_of_generator():
    list(takes_result(source()))


def takes_elements(x):
    for v in returns_late(x):
        sink(v)  # no flow


def result_of_generator_twin():
    takes_elements(source())


def echo():
    while True:
        got = yield "safe"
        sink(got)  # flow


def sends():
    g = echo()
    next(g)
    g.send(source())


def echo_safe():
    while True:
        got = yield "safe"
        sink(got)  # no flow


def sends_twin():
    g = echo_safe()
    next(g)
    x = source()
    g.send("safe")


def next_of():
    sink(next(yields(source())))  # flow


def next_of_twin():
    sink(next(yields_safe(source())))  # no flow


def listed():
    sink(list(yields(source())))  # flow


async def fetch(x):
    return x


async def fetch_safe(x):
    return "safe"


async def awaited():
    sink(await fetch(source()))  # flow


async def awaited_twin():
    sink(await fetch_safe(source()))  # no flow


async def order_of_awaits():
    x = "safe"
    sink(x)  # no flow
    x = await fetch(source())
    sink(x)  # flow


async def gathered():
    a, b = await asyncio.gather(fetch(source()), fetch("safe"))
    sink(a)  # flow


async def gathered_twin():
    s = source()
    a, b = await asyncio.gather(fetch("safe"), fetch("safe"))
    sink(a)  # no flow


async def as_task():
    t = asyncio.create_task(fetch(source()))
    sink(await t)  # flow


async def as_task_twin():
    t = asyncio.create_task(fetch_safe(source()))
    sink(await t)  # no flow


async def async_yields(x):
    yield x


async def async_loop():
    async for v in async_yields(source()):
        sink(v)  # flow


async def async_loop_twin():
    s = async_yields(source())
    async for v in async_yields("safe"):
        sink(v)  # no flow


def run():
    sink(asyncio.run(fetch(source())))  # flow


def run_twin():
    sink(asyncio.run(fetch_safe(source())))  # no flow


@contextlib.contextmanager
def opened(x):
    yield x


def context_manager():
    with opened(source()) as v:
        sink(v)  # flow


def context_manager_twin():
    o = opened(source())
    with opened("safe") as v:
        sink(v)  # no flow
