"""Decorators: stacked, with arguments, of classes and methods, with state of their own."""

import functools

from celery import shared_task
from contextlib import contextmanager
from functools import cache, cached_property, lru_cache, singledispatch, wraps


def passes(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return wrapper


def loses(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        f(*args, **kwargs)
        return "safe"

    return wrapper


def swaps(f):
    def wrapper(a, b):
        return f(b, a)

    return wrapper


def named(label):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            return f(*args, **kwargs)

        return wrapper

    return decorate


def silenced(label):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            f(*args, **kwargs)
            return label

        return wrapper

    return decorate


def optional(f=None, *, label="a"):
    if f is None:
        return lambda g: optional(g, label=label)

    @wraps(f)
    def wrapper(*args):
        return f(*args)

    return wrapper


@passes
@passes
def twice(x):
    return x


@passes
@loses
def lost_inside(x):
    return x


@loses
@passes
def lost_outside(x):
    return x


def stacked():
    sink(twice(source()))  # flow


def stacked_twin():
    sink(lost_inside(source()))  # not yet: no flow


def stacked_other_twin():
    sink(lost_outside(source()))  # no flow


@named("a")
@passes
def named_twice(x):
    return x


@silenced("safe")
@named("a")
def silenced_name(x):
    return x


def stacked_with_arguments():
    sink(named_twice(source()))  # flow


def stacked_with_arguments_twin():
    sink(silenced_name(source()))  # no flow


@named("a")
@named("b")
@named("c")
def three(x, y):
    return y


def three_deep():
    sink(three("safe", source()))  # flow


def three_deep_twin():
    sink(three(source(), "safe"))  # no flow


@swaps
def first(a, b):
    return a


def swapped():
    sink(first("safe", source()))  # flow


def swapped_twin():
    sink(first(source(), "safe"))  # no flow


@swaps
@swaps
def first_again(a, b):
    return a


def swapped_back():
    sink(first_again(source(), "safe"))  # flow


def swapped_back_twin():
    sink(first_again("safe", source()))  # no flow


@optional
def bare(x):
    return x


@optional(label="b")
def with_label(x):
    return x


def optional_bare():
    sink(bare(source()))  # flow


def optional_with_label():
    sink(with_label(source()))  # flow


@lru_cache(maxsize=8)
def cached(x):
    return x


@cache
def cached_safe(x):
    return "safe"


def of_library():
    sink(cached(source()))  # flow


def of_library_twin():
    sink(cached_safe(source()))  # no flow


class Service:
    def __init__(self, x):
        self.x = x

    @passes
    def get(self):
        return self.x

    @loses
    def get_lost(self):
        return self.x

    @staticmethod
    @passes
    def static(x):
        return x

    @staticmethod
    @loses
    def static_lost(x):
        return x

    @classmethod
    @passes
    def of_class(cls, x):
        return x

    @property
    @passes
    def wrapped(self):
        return self.x

    @property
    @loses
    def wrapped_lost(self):
        return self.x

    @cached_property
    def lazy(self):
        return self.x

    @cached_property
    def lazy_safe(self):
        return "safe"

    @named("a")
    @passes
    def add(self, y):
        return self.x + y


def method():
    sink(Service(source()).get())  # not yet: flow


def method_twin():
    sink(Service(source()).get_lost())  # no flow


def static_method():
    sink(Service.static(source()))  # flow


def static_method_twin():
    sink(Service.static_lost(source()))  # no flow


def class_method():
    sink(Service.of_class(source()))  # flow


def decorated_property():
    sink(Service(source()).wrapped)  # not yet: flow


def decorated_property_twin():
    sink(Service(source()).wrapped_lost)  # no flow


def lazily():
    sink(Service(source()).lazy)  # flow


def lazily_twin():
    sink(Service(source()).lazy_safe)  # no flow


def method_with_arguments():
    sink(Service("a").add(source()))  # flow


def method_with_arguments_own():
    sink(Service(source()).add("a"))  # not yet: flow


def method_with_arguments_twin():
    s = Service(source())
    sink(Service("a").add("b"))  # no flow


class Counting:
    def __init__(self, f):
        self.f = f
        self.n = 0

    def __call__(self, *args):
        self.n += 1
        return self.f(*args)


class Muting:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        self.f(*args)
        return "safe"


@Counting
def counted(x):
    return x


@Muting
def muted(x):
    return x


def by_class():
    sink(counted(source()))  # flow


def by_class_twin():
    sink(muted(source()))  # no flow


class Prefixing:
    def __init__(self, prefix):
        self.prefix = prefix

    def __call__(self, f):
        def wrapper(x):
            return self.prefix + f(x)

        return wrapper


@Prefixing("a")
def with_prefix(x):
    return x


@Prefixing("a")
def with_prefix_safe(x):
    return "safe"


def by_class_with_arguments():
    sink(with_prefix(source()))  # flow


def by_class_with_arguments_twin():
    sink(with_prefix_safe(source()))  # no flow


HOOKS = []


def hook(f):
    HOOKS.append(f)
    return f


@hook
def hooked(x):
    sink(x)  # flow


@hook
def hooked_result(x):
    return "safe"


def run_hooks():
    for f in HOOKS:
        f(source())


def registered_result():
    sink(hooked_result(source()))  # no flow


ROUTES = {}


def route(path):
    def decorate(f):
        ROUTES[path] = f
        return f

    return decorate


@route("/a")
def page_a(x):
    return x


@route("/b")
def page_b(x):
    return "safe"


def still_itself():
    sink(page_a(source()))  # flow


def still_itself_twin():
    sink(page_b(source()))  # no flow


def with_name(cls):
    cls.name = "safe"
    return cls


def with_source(cls):
    cls.name = source()
    return cls


@with_name
class Named:
    def __init__(self, x):
        self.x = x


@with_source
class Tainted:
    other = "safe"


def class_decorated():
    sink(Named(source()).x)  # flow


def class_decorated_twin():
    sink(Named(source()).name)  # no flow


def class_decorated_by_source():
    sink(Tainted.name)  # flow
    sink(Tainted.other)  # no flow


@contextmanager
def managed(x):
    y = x
    yield y


@contextmanager
def managed_safe(x):
    yield "safe"


def manager():
    with managed(source()) as v:
        sink(v)  # flow


def manager_twin():
    with managed_safe(source()) as v:
        sink(v)  # no flow


@singledispatch
def show(x):
    return x


@show.register
def show_int(x: int):
    return "safe"


def dispatched():
    sink(show(source()))  # flow


def decorate_by_hand():
    f = passes(lambda x: x)
    sink(f(source()))  # flow


def decorate_by_hand_twin():
    f = loses(lambda x: x)
    sink(f(source()))  # no flow


def sees_argument(f):
    def wrapper(x):
        sink(x)  # flow
        return f(x)

    return wrapper


def sees_other_argument(f):
    def wrapper(x):
        sink(x)  # no flow
        return f(x)

    return wrapper


@sees_argument
def seen(x):
    return x


@sees_other_argument
def unseen(x):
    return x


def wrapper_sinks():
    seen(source())
    unseen("safe")


def replaces_argument(f):
    def wrapper(x):
        return f("safe")

    return wrapper


@replaces_argument
def replaced(x):
    return x


def wrapper_replaces():
    sink(replaced(source()))  # no flow


def adds_source(f):
    def wrapper():
        return f(source())

    return wrapper


@adds_source
def given(x):
    sink(x)  # flow
    return x


def wrapper_gives():
    sink(given())  # flow


@shared_task
def job(x):
    sink(x)  # flow


@shared_task(bind=True)
@passes
def job_with_more(self, x):
    sink(x)  # no flow


@shared_task
def job_later(x):
    sink(x)  # flow
    return x


@shared_task
def job_later_twin(x):
    sink(x)  # no flow


def start_jobs():
    job(source())
    sink(run_later(job_later, source()))  # flow
    run_later(job_later_twin, "a")


def plain_later(x):
    sink(x)  # flow


def start_plain():
    run_later(plain_later, source())


def hands_over():
    hand_over("one", source())


def takes():
    sink(taken("one"))  # flow


def takes_another():
    sink(taken("two"))  # no flow
