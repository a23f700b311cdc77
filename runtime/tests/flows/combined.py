"""Constructs that meet: each program has a twin that differs where the data is."""

import asyncio
import contextlib
import dataclasses
import functools
import itertools
from collections import defaultdict, namedtuple


class Cursor:
    def __init__(self, rows):
        self.rows = rows
        self.is_closed = False

    def __enter__(self):
        return self.each()

    def __exit__(self, *error):
        self.is_closed = True

    def each(self):
        for row in self.rows:
            yield row


def generator_of_manager():
    with Cursor([source()]) as rows:
        for row in rows:
            sink(row)  # flow


def generator_of_manager_twin():
    with Cursor(["safe"]) as rows:
        for row in rows:
            sink(row)  # no flow


@contextlib.contextmanager
def opened(name):
    def lines():
        yield name
        yield "safe"

    yield lines()


def generator_in_manager():
    with opened(source()) as lines:
        sink(next(lines))  # flow


def generator_in_manager_twin():
    with opened("safe") as lines:
        sink(next(lines))  # no flow


@dataclasses.dataclass
class Account:
    name: str
    note: str = "safe"

    @property
    def title(self):
        return f"{self.name}!"

    @property
    def remark(self):
        return f"{self.note}!"


def property_by_capture():
    account = Account(source())

    def shown():
        return account.title, account.remark

    sink(shown()[0])  # flow
    sink(shown()[1])  # no flow


def property_by_lambda():
    account = Account("safe", note=source())
    sink((lambda: account.title)())  # no flow
    sink((lambda: account.remark)())  # flow


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        started = args[0]
        result = function(*args, **kwargs)
        return result, started

    return wrapper


@traced
def second_of(a, b, *, c="safe"):
    return b


def through_wrapped():
    result, started = second_of("safe", source())
    sink(result)  # flow
    sink(started)  # no flow


def through_wrapped_twin():
    result, started = second_of(source(), "safe", c=source())
    sink(result)  # no flow
    sink(started)  # flow


def dropping(function):
    @functools.wraps(function)
    def wrapper(first, *rest):
        return function("safe", *rest)

    return wrapper


@dropping
def pair_of(a, b="safe"):
    return a, b


def through_dropping():
    sink(pair_of("safe", source())[1])  # flow
    sink(pair_of(source(), "safe")[0])  # no flow


def matched_in_loop(commands):
    kept = []
    for command in [("get", source()), ("put", "safe", "also safe")]:
        match command:
            case ("get", name):
                kept.append(name)
            case ("put", name, value):
                sink(value)  # no flow
    sink(kept)  # flow


def matched_in_loop_twin():
    kept = []
    for command in [{"op": "get", "name": "safe", "body": source()}]:
        match command:
            case {"op": "get", "name": name, **rest}:
                kept.append(name)
                sink(rest)  # flow
    sink(kept)  # no flow


class Refused(Exception):
    def __init__(self, reason, code):
        super().__init__(reason)
        self.reason = reason
        self.code = code


def refuse(text):
    raise Refused(text, 400)


def checked(text):
    try:
        refuse(text)
    except Refused as error:
        error.reason = error.reason.strip()
        raise
    finally:
        text = "safe"


def raised_across():
    try:
        checked(source())
    except Refused as error:
        sink(error.reason)  # flow
        sink(error.code)  # no flow


def raised_across_twin():
    try:
        checked("safe")
    except Refused as error:
        sink(error.reason)  # no flow


def raised_from():
    try:
        try:
            refuse(source())
        except Refused as error:
            raise ValueError("safe") from error
    except ValueError as error:
        sink(error.__cause__.reason)  # flow
        sink(error.args[0])  # no flow


def closures_of_loop():
    made = []
    for text in ["safe", source()]:
        made.append(lambda extra, text=text: extra + text)
    sink(made[0]("a"))  # flow


def closures_of_loop_twin():
    made = []
    for text in ["safe", "also safe"]:
        made.append(lambda extra, text=text: text)
    sink(made[0](source()))  # no flow


class Setting:
    value = "safe"
    other = "safe"


def overwritten_per_object():
    a, b = Setting(), Setting()
    a.value = source()
    sink(a.value)  # flow
    sink(b.value)  # no flow
    sink(Setting.value)  # no flow


def overwritten_and_deleted():
    a = Setting()
    a.value = source()
    del a.value
    sink(a.value)  # not yet: no flow


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


def by_proxy():
    setting = Setting()
    setting.value = source()
    proxy = Proxy(setting)
    sink(proxy.value)  # flow


def by_proxy_twin():
    setting = Setting()
    setting.value = source()
    proxy = Proxy(setting)
    sink(proxy.other)  # no flow


class Trimmed:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value.strip()


class Constant:
    def __get__(self, instance, owner=None):
        return "safe"

    def __set__(self, instance, value):
        pass


class Described:
    first = Trimmed()
    fixed = Constant()

    def __init__(self, first):
        self.first = first
        self.fixed = first


def by_descriptor():
    d = Described(source())
    sink(d.first)  # flow
    sink(d.fixed)  # no flow


def set_default_and_pop():
    groups = {}
    groups.setdefault("a", []).append(source())
    groups.setdefault("b", []).append("safe")
    sink(groups["a"])  # flow
    sink(groups["b"])  # no flow
    sink(groups.pop("b"))  # no flow
    sink(groups.pop("a")[0])  # flow


def popped_items():
    entries = {"a": source()}
    key, value = entries.popitem()
    sink(key)  # no flow
    sink(value)  # flow


def walrus_in_comprehension():
    texts = [source(), "safe"]
    sink([found for text in texts if (found := text.strip())])  # flow
    sink(found)  # flow


def walrus_in_comprehension_twin():
    texts = [source(), "safe"]
    sink([found for text in texts if (found := len(text)) and text])  # no flow
    sink(found)  # no flow


def starred_in_middle():
    first, *middle, last = ["safe", source(), "safe"]
    sink(middle)  # flow
    sink(first)  # no flow
    sink(last)  # no flow


def starred_in_nested():
    (a, *b), c = (("safe", source()), "safe")
    sink(b[0])  # flow
    sink(a)  # no flow
    sink(c)  # no flow


def nested_formats():
    name, width = source(), 10
    sink(f"{f'{name:>{width}}'!r}")  # flow
    safe = "safe"
    sink(f"{f'{safe:>{len(name)}}'}")  # no flow


def joined_generator():
    parts = {"a": source(), "b": "safe"}
    sink("&".join(f"{key}={value}" for key, value in parts.items()))  # flow
    sink("&".join(key for key, _ in parts.items()))  # no flow


def zipped_dictionary():
    row = dict(zip(["name", "role"], [source(), "safe"]))
    sink(row["name"])  # flow


def zipped_dictionary_twin():
    row = dict(zip([source()], ["safe"]))
    sink(row.get("name"))  # no flow


def sorted_by_key():
    rows = [{"name": "safe", "rank": source()}, {"name": "also safe", "rank": "a"}]
    best = sorted(rows, key=lambda row: row["rank"])[0]
    sink(best["name"])  # no flow
    sink(best["rank"])  # flow
    sink(max(rows, key=lambda row: row["rank"])["name"])  # no flow
    sink(min(rows, key=lambda row: row["rank"])["rank"])  # flow


def inner(text):
    yield "safe"
    return text


def outer(text):
    result = yield from inner(text)
    yield [result]


def delegated():
    for one in outer(source()):
        sink(one[0])  # flow


def delegated_twin():
    for one in inner(source()):
        sink(one)  # no flow


async def pages(text):
    yield {"body": text, "title": "safe"}


async def over_pages():
    async for page in pages(source()):
        sink(page["body"])  # flow
        sink(page["title"])  # no flow
    found = {page["title"]: page["body"] async for page in pages(source())}
    sink(found)  # flow
    sink([title for title in found])  # no flow


class Session:
    def __init__(self, text):
        self.text = text
        self.note = "safe"

    async def __aenter__(self):
        return Account(self.note, self.text)

    async def __aexit__(self, *error):
        pass


async def entered_other():
    async with Session(source()) as account:
        sink(account.name)  # no flow
        sink(account.note)  # flow


def guard_in_chain():
    x = source()
    if "safe-a" == x == other():
        sink(x)  # no flow
    if x and "a" <= x <= "z":
        sink(x)  # flow


def order_of_finally():
    text = "safe"
    try:
        text = source()
        work()
    except ValueError:
        text = "safe"
    else:
        sink(text)  # flow
        text = "safe"
    finally:
        sink(text)  # flow
        text = "safe"
    sink(text)  # no flow


def order_of_finally_twin():
    text = source()
    try:
        text = "safe"
        work()
    except ValueError:
        sink(text)  # no flow
    else:
        sink(text)  # no flow
    sink(text)  # no flow


def deleted_and_bound():
    text = source()
    del text
    text = "safe"
    sink(text)  # no flow
    table = {"a": source(), "b": source()}
    del table["a"]
    table["a"] = "safe"
    sink(table["a"])  # no flow
    sink(table["b"])  # flow


def counter():
    count, last = 0, "safe"

    def add(text):
        nonlocal count, last
        count += 1
        last = text
        return count

    def latest():
        return last

    return add, latest


def counted():
    add, latest = counter()
    sink(add(source()))  # no flow
    sink(latest())  # flow


def counted_twin():
    add, latest = counter()
    add("safe")
    sink(latest())  # no flow


Point = namedtuple("Point", "x y")


def named_in_loop():
    for x, y in [Point(source(), "safe")]:
        sink(x)  # flow
        sink(y)  # no flow
    for point in map(Point._make, [("safe", source())]):
        sink(point.y)  # flow


def grouped():
    rows = [("a", source()), ("b", "safe")]
    for key, group in itertools.groupby(rows, key=lambda row: row[0]):
        for row in group:
            sink(row[1])  # flow
            sink(row[0])  # not yet: no flow


def default_dictionary():
    groups = defaultdict(list)
    for key, text in (("a", source()),):
        groups[key].append(text)
    for key, texts in groups.items():
        sink(key)  # no flow
        sink(texts[0])  # flow


class Stack(list):
    def push_all(self, *texts):
        for text in texts:
            self.append(text)
        return self


def own_list():
    sink(Stack().push_all("safe", source())[0])  # flow
    sink(Stack().push_all("safe", "also safe")[0])  # no flow


class Chain:
    def __init__(self):
        self.parts = []

    def where(self, text):
        self.parts.append(text)
        return self

    def __str__(self):
        return " and ".join(self.parts)


def chained():
    sink(str(Chain().where("safe").where(source())))  # flow
    sink(f"{Chain().where('safe')}")  # no flow


def kept_in_function():
    def shown():
        return shown.text

    shown.text = source()
    sink(shown())  # not yet: flow


def kept_in_function_twin():
    def shown():
        return shown.text

    shown.text = "safe"
    shown.other = source()
    sink(shown())  # no flow


def suppressed():
    text = "safe"
    with contextlib.suppress(ValueError):
        text = source()
        work()
    sink(text)  # flow


def stacked():
    with contextlib.ExitStack() as stack:
        rows = stack.enter_context(Cursor([source()]))
        sink(next(rows))  # flow
        others = stack.enter_context(Cursor(["safe"]))
        sink(next(others))  # no flow


@functools.lru_cache(maxsize=None)
def cached(text):
    return text, "safe"


@functools.singledispatch
def shown_as(value):
    return "safe"


@shown_as.register
def _(value: str):
    return value


def of_cache():
    sink(cached(source())[0])  # flow
    sink(cached(source())[1])  # no flow


def of_dispatch():
    sink(shown_as(source()))  # not yet: flow


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.stamp = "safe"
        return made


class Stamped(metaclass=Meta):
    def __init__(self, text):
        self.text = text


def of_metaclass():
    sink(Stamped(source()).text)  # flow
    sink(Stamped(source()).stamp)  # no flow


def unpacked_entries():
    base = {"a": source(), "b": "safe"}
    merged = {**base, "a": "safe"}
    sink(merged["a"])  # no flow
    other = {"a": "safe", **base}
    sink(other["a"])  # flow
    sink(other["b"])  # no flow


def ternary_of_tuple():
    a, b = (source(), "safe") if work() else ("safe", "safe")
    sink(a)  # flow
    sink(b)  # no flow


def while_with_else():
    text = source()
    while work():
        if other():
            text = "safe"
            break
    else:
        sink(text)  # flow
        text = "safe"
    sink(text)  # no flow


def recursive(rows):
    for row in rows:
        if isinstance(row, list):
            yield from recursive(row)
        else:
            yield row


def nested_rows():
    sink(list(recursive([["safe", [source()]]])))  # flow
    sink(list(recursive([["safe", ["safe"]]])))  # no flow


async def gathered_of_closure():
    async def fetched(text):
        await asyncio.sleep(0)
        return text

    first, second = await asyncio.gather(*(fetched(text) for text in ("safe", "safe")))
    sink(first)  # no flow
    results = await asyncio.gather(fetched("safe"), fetched(source()))
    sink(results[1])  # flow
    sink(results[0])  # no flow


class Holder:
    def __init__(self, part):
        self.part = part


def made_together():
    part = Setting()
    return part, Holder(part), Holder(Setting())


def written_in_one():
    part, holder, other = made_together()
    sink(holder.part.value)  # no flow
    part.value = source()
    sink(holder.part.value)  # flow
    sink(other.part.value)  # no flow


def written_in_part(place):
    part = {}
    parts = [part, {}]
    part["a"] = source()
    sink(parts[place]["a"])  # flow
    sink(parts[1]["a"])  # no flow
