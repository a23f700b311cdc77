"""Modules that import each other, at the top, below, and inside functions."""

import b
from b import Node as Other


class Node:
    def __init__(self, x):
        self.x = x
        self.safe = "safe"

    def other(self):
        return Other(self)

    def value(self):
        return self.x


def start():
    sink(b.finish(Node(source())))  # flow


def start_twin():
    sink(b.finish_safe(Node(source())))  # no flow


def there_and_back():
    sink(Node(source()).other().back())  # flow


def there_and_back_twin():
    sink(Node(source()).other().name)  # no flow


REGISTRY = {}


def fill():
    REGISTRY["a"] = source()
    REGISTRY["b"] = "safe"
