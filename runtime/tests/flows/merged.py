"""Dictionaries that are merged, and what is made for keys that are not there."""

from collections import defaultdict


def merged():
    d = {"a": "safe"} | {"a": source()}
    sink(d["a"])  # flow
    d = {"a": source()} | {"a": "safe"}
    sink(d["a"])  # no flow
    d |= {"b": source()}
    sink(d["b"])  # flow
    sink(d["a"])  # no flow


def merged_with_unknown(other):
    d = {"a": source()} | other
    sink(d["a"])  # flow
    d = other | {"a": "safe"}
    sink(d["a"])  # no flow


def made_for_missing():
    made = defaultdict(lambda: source())
    sink(made["x"])  # flow
    made = defaultdict(lambda: "safe")
    sink(made["x"])  # no flow
    made["y"] = source()
    sink(made["y"])  # flow


def lists_for_missing():
    made = defaultdict(list)
    made["a"].append(source())
    made["b"].append("safe")
    sink(made["a"][0])  # flow
    sink(made["b"][0])  # no flow
