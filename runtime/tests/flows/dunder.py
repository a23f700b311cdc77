"""Descriptors, attributes that are computed, items, iterators, managers, calls."""


class Plain:
    def __get__(self, obj, owner):
        return obj._plain

    def __set__(self, obj, value):
        obj._plain = value


class Mute:
    def __get__(self, obj, owner):
        return "safe"

    def __set__(self, obj, value):
        pass


class Stored:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        return obj.__dict__[self.name]

    def __set__(self, obj, value):
        obj.__dict__[self.name] = value


class Model:
    plain = Plain()
    mute = Mute()
    stored = Stored()

    def __init__(self, x="safe"):
        self.plain = x


def described():
    m = Model()
    m.plain = source()
    sink(m.plain)  # flow


def described_twin():
    m = Model()
    m.mute = source()
    sink(m.mute)  # not yet: no flow


def described_in_constructor():
    sink(Model(source()).plain)  # flow


def described_in_constructor_twin():
    sink(Model(source()).mute)  # no flow


def described_by_name():
    m = Model()
    m.stored = source()
    sink(m.stored)  # flow


class Sees:
    def __set__(self, obj, value):
        sink(value)  # flow


class SeesNothing:
    def __set__(self, obj, value):
        sink(value)  # no flow


class Watched:
    a = Sees()
    b = SeesNothing()


def setter_sinks():
    w = Watched()
    w.a = source()
    w.b = "safe"


class Dynamic:
    def __init__(self, data):
        self.data = data

    def __getattr__(self, name):
        return self.data


class DynamicSafe:
    def __init__(self, data):
        self.data = data

    def __getattr__(self, name):
        return "safe"


def computed():
    sink(Dynamic(source()).anything)  # flow


def computed_twin():
    sink(DynamicSafe(source()).anything)  # no flow


def computed_not_for_known():
    d = DynamicSafe(source())
    sink(d.data)  # flow


class Proxy:
    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, name):
        return getattr(self.inner, name)


class Inner:
    def __init__(self, a):
        self.a = a


def proxied():
    sink(Proxy(Inner(source())).a)  # flow


def proxied_twin():
    p = Proxy(Inner(source()))
    sink(Proxy(Inner("safe")).a)  # no flow


class Setting:
    def __setattr__(self, name, value):
        self.__dict__[name] = value


def set_by_method():
    s = Setting()
    s.a = source()
    sink(s.a)  # flow


class Logged:
    def __setattr__(self, name, value):
        sink(value)  # not yet: flow


class Unlogged:
    def __setattr__(self, name, value):
        sink(name)  # no flow


def set_sinks():
    Logged().a = source()
    Unlogged().a = source()


class Items:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        for item in self.items:
            yield item

    def __contains__(self, item):
        return item in self.items


class ItemsSafe(Items):
    def __getitem__(self, key):
        return "safe"

    def __iter__(self):
        yield "safe"


def item():
    sink(Items([source()])[0])  # flow


def item_twin():
    sink(ItemsSafe([source()])[0])  # no flow


def item_set():
    i = Items({})
    i["a"] = source()
    sink(i["a"])  # flow


def item_set_twin():
    i, j = Items({}), Items({})
    j["a"] = source()
    sink(i["a"])  # no flow


def item_sliced():
    sink(Items([source()])[0:1])  # flow


def item_sliced_twin():
    sink(ItemsSafe([source()])[0:1])  # no flow


def looped():
    for x in Items([source()]):
        sink(x)  # flow


def looped_twin():
    for x in ItemsSafe([source()]):
        sink(x)  # no flow


def listed():
    sink(list(Items([source()])))  # flow


def listed_twin():
    sink(list(ItemsSafe([source()])))  # no flow


def joined():
    sink(",".join(Items([source()])))  # flow


def joined_twin():
    sink(",".join(ItemsSafe([source()])))  # no flow


def in_comprehension():
    sink([x for x in Items([source()])])  # flow


def in_comprehension_twin():
    sink([x for x in ItemsSafe([source()])])  # no flow


def unpacked():
    a, b = Items([source(), "safe"])
    sink(a)  # flow


def unpacked_twin():
    a, b = ItemsSafe([source(), "safe"])
    sink(a)  # no flow


class Counter:
    def __init__(self, data):
        self.data = data
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.n > 3:
            raise StopIteration
        self.n += 1
        return self.data


class CounterSafe(Counter):
    def __next__(self):
        return self.n


def stepped():
    for x in Counter(source()):
        sink(x)  # flow


def stepped_twin():
    for x in CounterSafe(source()):
        sink(x)  # no flow


def stepped_once():
    sink(next(Counter(source())))  # flow


def stepped_once_twin():
    sink(next(CounterSafe(source())))  # no flow


def stepped_by_iter():
    sink(next(iter(Counter(source()))))  # flow


class Iterable:
    def __init__(self, data):
        self.data = data

    def __iter__(self):
        return Counter(self.data)


def iterator_of_other_class():
    for x in Iterable(source()):
        sink(x)  # flow


def iterator_of_other_class_twin():
    i = Iterable(source())
    for x in Iterable("safe"):
        sink(x)  # no flow


class Sequence:
    def __init__(self, data):
        self.data = data

    def __getitem__(self, i):
        return self.data[i]


def looped_by_items():
    for x in Sequence([source()]):
        sink(x)  # flow


class Session:
    def __init__(self, x):
        self.x = x

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        sink(self.x)  # flow
        sink(kind)  # no flow

    def get(self):
        return self.x


class Opening:
    def __init__(self, x):
        self.x = x

    def __enter__(self):
        return Inner(self.x)

    def __exit__(self, *args):
        return False


class OpeningSafe(Opening):
    def __enter__(self):
        return Inner("safe")


def entered_self():
    with Session(source()) as s:
        sink(s.get())  # flow


def entered_other():
    with Opening(source()) as o:
        sink(o.a)  # flow


def entered_other_twin():
    with OpeningSafe(source()) as o:
        sink(o.a)  # no flow


def entered_two():
    with Opening("safe") as a, Opening(source()) as b:
        sink(b.a)  # flow
        sink(a.a)  # no flow


def entered_kept():
    o = Opening(source())
    with o as inner:
        sink(inner.a)  # flow


def entered_twice():
    with Opening(source()) as o:
        with Opening("safe") as o:
            sink(o.a)  # no flow


class AsyncOpening:
    def __init__(self, x):
        self.x = x

    async def __aenter__(self):
        return self.x

    async def __aexit__(self, *args):
        pass

    def __aiter__(self):
        return self

    async def __anext__(self):
        return self.x

    def __await__(self):
        yield
        return self.x


class AsyncSafe(AsyncOpening):
    async def __aenter__(self):
        return "safe"

    async def __anext__(self):
        return "safe"

    def __await__(self):
        yield self.x
        return "safe"


async def entered_async():
    async with AsyncOpening(source()) as x:
        sink(x)  # flow


async def entered_async_twin():
    async with AsyncSafe(source()) as x:
        sink(x)  # no flow


async def looped_async():
    async for x in AsyncOpening(source()):
        sink(x)  # flow


async def looped_async_twin():
    async for x in AsyncSafe(source()):
        sink(x)  # no flow


class Call:
    def __init__(self, x):
        self.x = x

    def __call__(self, y, *, z="safe"):
        return [self.x, y, z]


def called():
    sink(Call("safe")(source())[1])  # flow
    sink(Call("safe")(source())[0])  # no flow


def called_by_name():
    sink(Call("safe")("a", z=source())[2])  # flow
    sink(Call("safe")("a", z=source())[1])  # no flow


def called_kept():
    c = Call(source())
    sink(c("safe")[0])  # flow


def called_in_list():
    calls = [Call("safe")]
    sink(calls[0](source())[1])  # flow


def called_as_argument():
    sink(list(map(Call("safe"), [source()])))  # flow


class Made:
    def __new__(cls, x):
        self = super().__new__(cls)
        self.x = x
        return self


class MadeSafe:
    def __new__(cls, x):
        self = object.__new__(cls)
        self.x = "safe"
        return self


def made():
    sink(Made(source()).x)  # flow


def made_twin():
    sink(MadeSafe(source()).x)  # no flow


class Meta(type):
    def __call__(cls, x):
        obj = super().__call__(x)
        return obj


class WithMeta(metaclass=Meta):
    def __init__(self, x):
        self.x = x
        self.y = "safe"


def by_metaclass():
    sink(WithMeta(source()).x)  # flow


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


def slotted():
    sink(Slotted(source(), "safe").a)  # flow
    sink(Slotted(source(), "safe").b)  # no flow


class Deleted:
    def __delattr__(self, name):
        sink(name)  # no flow


def class_namespace():
    i = Inner(source())
    sink(i.__dict__["a"])  # flow


def class_namespace_twin():
    i = Inner(source())
    sink(i.__dict__["b"])  # no flow


def class_vars():
    i = Inner(source())
    sink(vars(i)["a"])  # flow


def class_vars_twin():
    i = Inner(source())
    sink(vars(i)["b"])  # no flow
