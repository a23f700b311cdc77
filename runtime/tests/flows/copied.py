"""What is copied with some of its parts replaced, and what is counted."""

import dataclasses
from collections import Counter, namedtuple

Pair = namedtuple("Pair", ["left", "right"])


@dataclasses.dataclass
class Point:
    x: str
    y: str = "safe"


def replaced():
    p = Point(source(), "safe")
    q = dataclasses.replace(p, x="safe")
    sink(q.x)  # no flow
    sink(p.x)  # flow


def replaced_twin():
    p = Point(source(), "safe")
    q = dataclasses.replace(p, y="b")
    sink(q.x)  # flow
    sink(q.y)  # no flow
    sink(dataclasses.replace(q, y=source()).y)  # flow


def written_into_the_copy():
    p = Point("safe")
    q = dataclasses.replace(p, y="b")
    q.x = source()
    sink(q.x)  # flow
    sink(p.x)  # no flow


def replaced_in_tuple():
    p = Pair(source(), "safe")
    sink(p._replace(left="safe").left)  # no flow
    sink(p._replace(right="b").left)  # flow
    sink(p._replace(right=source()).right)  # flow


def counted():
    counts = Counter([source(), "a"])
    sink(counts["a"])  # no flow
    sink(list(counts)[0])  # flow
    for text, n in counts.items():
        sink(text)  # flow
        sink(n)  # no flow
