"""Generators with state, delegation, asynchronous generators, tasks, the order of awaits."""

import asyncio
from contextlib import ExitStack, asynccontextmanager, contextmanager, nullcontext


def two(x, y):
    yield x
    yield y


def pairs(x):
    yield "safe", x


def swapped_pairs(x):
    yield x, "safe"


def unpacked_in_loop():
    for a, b in pairs(source()):
        sink(b)  # flow
        sink(a)  # no flow


def unpacked_in_loop_other():
    for a, b in swapped_pairs(source()):
        sink(a)  # flow
        sink(b)  # no flow


def filters(items):
    for item in items:
        if item:
            yield item


def cleans(items):
    for item in items:
        yield clean(item)


def uppers(items):
    return (item.upper() for item in items)


def pipeline():
    for x in uppers(filters([source()])):
        sink(x)  # flow


def pipeline_twin():
    for x in uppers(cleans([source()])):
        sink(x)  # no flow


def flattens(rows):
    for row in rows:
        yield from row


def flattened():
    for x in flattens([[source()], ["a"]]):
        sink(x)  # flow


def flattened_twin():
    y = source()
    for x in flattens([["a"], ["b"]]):
        sink(x)  # no flow


def delegates_two(x):
    yield "safe"
    yield from two("safe", x)


def delegated():
    sink(list(delegates_two(source())))  # flow


def delegated_twin():
    g = delegates_two(source())
    sink(list(delegates_two("safe")))  # no flow


def delegates_list(x):
    yield from [x]


def delegated_list():
    for x in delegates_list(source()):
        sink(x)  # flow


def result_only(x):
    yield "safe"
    return x


def takes(x):
    got = yield from result_only(x)
    return got


def takes_twice(x):
    got = yield from takes(x)
    sink(got)  # flow


def results_of_generators():
    for x in takes_twice(source()):
        sink(x)  # no flow


def receives():
    while True:
        x = yield
        sink(x)  # flow


def receives_safe():
    while True:
        x = yield
        sink(x)  # no flow


def sends():
    r = receives()
    next(r)
    r.send(source())


def sends_twin():
    r = receives_safe()
    y = source()
    next(r)
    r.send("safe")


def echoes():
    x = "safe"
    while True:
        x = yield x


def echoes_safe():
    x = "safe"
    while True:
        yield "safe"


def echoed():
    e = echoes()
    next(e)
    sink(e.send(source()))  # flow


def echoed_twin():
    e = echoes_safe()
    next(e)
    sink(e.send(source()))  # no flow


def two_generators():
    e, f = echoes(), echoes()
    next(e)
    next(f)
    e.send(source())
    sink(f.send("safe"))  # no flow


def sends_through(inner):
    result = yield from inner
    return result


def sent_through():
    s = sends_through(receives())
    next(s)
    s.send(source())


def stateful(items):
    seen = []
    for item in items:
        seen.append(item)
        yield seen


def state_grows():
    for seen in stateful([source()]):
        sink(seen[0])  # flow


def state_grows_twin():
    y = source()
    for seen in stateful(["safe"]):
        sink(seen[0])  # no flow


def infinite(x):
    while True:
        yield x


def first_of_infinite():
    sink(next(infinite(source())))  # flow


def first_of_infinite_twin():
    i = infinite(source())
    sink(next(infinite("safe")))  # no flow


class Tree:
    def __init__(self, value, children=()):
        self.value = value
        self.children = children

    def walk(self):
        yield self.value
        for child in self.children:
            yield from child.walk()

    def walk_safe(self):
        yield "safe"
        for child in self.children:
            yield from child.walk_safe()


def walked():
    for x in Tree("a", [Tree("b", [Tree(source())])]).walk():
        sink(x)  # flow


def walked_twin():
    for x in Tree("a", [Tree("b", [Tree(source())])]).walk_safe():
        sink(x)  # no flow


def generator_of_object():
    t = Tree(source())
    g = t.walk()
    sink(next(g))  # flow


def expression_of_generator():
    g = (x for x in two("safe", source()))
    for x in g:
        sink(x)  # flow


def expression_of_generator_twin():
    y = source()
    g = (x for x in two("safe", "safe"))
    for x in g:
        sink(x)  # no flow


async def give(x):
    return x


async def give_safe(x):
    return "safe"


async def stream(x):
    yield "safe"
    yield x


async def stream_safe(x):
    yield "safe"


async def streamed():
    async for x in stream(source()):
        sink(x)  # flow


async def streamed_twin():
    async for x in stream_safe(source()):
        sink(x)  # no flow


async def streamed_comprehension():
    sink([x async for x in stream(source())])  # flow


async def streamed_comprehension_twin():
    sink([x async for x in stream_safe(source())])  # no flow


async def passes_on(inner):
    async for x in inner:
        yield x


async def streamed_twice():
    async for x in passes_on(stream(source())):
        sink(x)  # flow


async def streamed_twice_twin():
    async for x in passes_on(stream_safe(source())):
        sink(x)  # no flow


async def sent_async():
    async def gen():
        x = yield "safe"
        sink(x)  # flow

    g = gen()
    await g.__anext__()
    await g.asend(source())


async def next_async():
    g = stream(source())
    sink(await g.__anext__())  # flow
    sink(await anext(g))  # flow


async def next_async_twin():
    g = stream_safe(source())
    sink(await anext(g))  # no flow


async def order():
    a = "safe"
    b = await give(a)
    a = await give(source())
    sink(b)  # no flow
    sink(a)  # flow


async def order_of_tasks():
    t = asyncio.create_task(give(source()))
    u = asyncio.create_task(give("safe"))
    a = await u
    b = await t
    sink(a)  # no flow
    sink(b)  # flow


async def gathered():
    a, b, c = await asyncio.gather(give("safe"), give(source()), give_safe(source()))
    sink(a)  # no flow
    sink(b)  # flow
    sink(c)  # no flow


async def gathered_list():
    results = await asyncio.gather(*[give(x) for x in [source()]])
    for r in results:
        sink(r)  # flow


async def gathered_list_twin():
    results = await asyncio.gather(*[give_safe(x) for x in [source()]])
    for r in results:
        sink(r)  # no flow


async def waited():
    sink(await asyncio.wait_for(give(source()), 1))  # flow


async def waited_twin():
    sink(await asyncio.wait_for(give_safe(source()), 1))  # no flow


async def completed():
    for done in asyncio.as_completed([give(source())]):
        sink(await done)  # flow


async def grouped():
    async with asyncio.TaskGroup() as group:
        t = group.create_task(give(source()))
        u = group.create_task(give_safe(source()))
    sink(t.result())  # flow
    sink(u.result())  # no flow


async def conditional_await(flag):
    x = await give(source()) if flag else "safe"
    sink(x)  # flow


async def nested_await():
    sink(await give(await give(source())))  # flow


async def nested_await_twin():
    sink(await give(await give_safe(source())))  # no flow


async def returns_coroutine(x):
    return give(x)


async def awaited_twice():
    sink(await (await returns_coroutine(source())))  # flow


async def queued():
    q = asyncio.Queue()
    await q.put(source())
    sink(await q.get())  # flow


async def queued_twin():
    q, r = asyncio.Queue(), asyncio.Queue()
    await r.put(source())
    await q.put("safe")
    sink(await q.get())  # no flow


async def future():
    f = asyncio.get_running_loop().create_future()
    f.set_result(source())
    sink(await f)  # flow


async def future_twin():
    f = asyncio.get_running_loop().create_future()
    g = asyncio.get_running_loop().create_future()
    g.set_result(source())
    f.set_result("safe")
    sink(await f)  # no flow


async def in_thread():
    sink(await asyncio.to_thread(lambda x: x, source()))  # flow


async def in_thread_twin():
    sink(await asyncio.to_thread(lambda x: "safe", source()))  # no flow


class Client:
    def __init__(self, x):
        self.x = x

    async def get(self):
        return self.x

    async def get_safe(self):
        return "safe"

    async def pages(self):
        yield self.x


async def method():
    sink(await Client(source()).get())  # flow


async def method_twin():
    sink(await Client(source()).get_safe())  # no flow


async def method_streams():
    async for page in Client(source()).pages():
        sink(page)  # flow


@asynccontextmanager
async def opened(x):
    yield Client(x)


async def managed():
    async with opened(source()) as c:
        sink(c.x)  # flow


async def managed_twin():
    async with opened("safe") as c:
        y = source()
        sink(c.x)  # no flow


def stacked():
    with ExitStack() as stack:
        x = stack.enter_context(nullcontext(source()))
        sink(x)  # flow


def stacked_twin():
    with ExitStack() as stack:
        y = source()
        x = stack.enter_context(nullcontext("safe"))
        sink(x)  # no flow


@contextmanager
def transaction(x):
    state = {"x": x}
    try:
        yield state
    finally:
        state.clear()


def managed_dict():
    with transaction(source()) as state:
        sink(state["x"])  # flow
        sink(state["y"])  # no flow


def run():
    sink(asyncio.run(give(source())))  # flow


def run_loop():
    loop = asyncio.new_event_loop()
    sink(loop.run_until_complete(give(source())))  # flow


def run_loop_twin():
    loop = asyncio.new_event_loop()
    sink(loop.run_until_complete(give_safe(source())))  # no flow
