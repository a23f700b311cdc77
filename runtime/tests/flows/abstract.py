"""Methods that subclasses give a body."""

import importlib
from abc import ABC, abstractmethod
from typing import Protocol


class Thing(ABC):
    @abstractmethod
    def handled(self, x): ...

    @abstractmethod
    def named(self, x):
        raise NotImplementedError

    def noted(self, x): ...

    def plain(self, x):
        return "a"


class Plain(Thing):
    def handled(self, x):
        return x

    def named(self, x):
        return "b"

    def noted(self, x):
        sink(x)  # flow

    def plain(self, x):
        sink(x)  # no flow


class Fixed(Thing):
    def handled(self, x):
        sink(x)  # flow
        return "fixed"

    def named(self, x):
        return "c"

    def noted(self, x):
        return "d"


class Below(Fixed):
    def named(self, x):
        sink(x)  # flow
        return ""


class Other:
    def handled(self, x):
        sink(x)  # no flow


def by_module(module, name) -> Thing:
    return getattr(importlib.import_module(module), name)()


def handled():
    sink(by_module("a", "b").handled(source()))  # flow


def named():
    sink(by_module("a", "b").named(source()))  # no flow


def noted():
    by_module("a", "b").noted(source())


def plain():
    sink(by_module("a", "b").plain(source()))  # no flow


class Raising:
    def run(self, x):
        raise NotImplementedError("no")


class Running(Raising):
    def run(self, x):
        sink(x)  # flow


def run_all(jobs: list[Raising]):
    for job in jobs:
        job.run(source())


class Alone(ABC):
    @abstractmethod
    def made(self, x): ...


def made(alone: Alone):
    sink(alone.made(source()))  # flow


class Reader(Protocol):
    def read(self, x) -> str: ...


class FileReader(Reader):
    def read(self, x):
        return x


def read(reader: Reader):
    sink(reader.read(source()))  # flow


class Hooked:
    def hook(self, x):
        pass


class HookedBelow(Hooked):
    def hook(self, x):
        sink(x)  # no flow


def hook():
    Hooked().hook(source())


def exactly():
    sink(Fixed().handled("a"))  # no flow
    sink(Plain().handled(source()))  # flow


def make_fixed() -> Thing:
    return Fixed()


def make_plain() -> Thing:
    return Plain()


def handled_by_the_known():
    sink(make_fixed().handled(source()))  # no flow
    sink(make_plain().handled(source()))  # flow
