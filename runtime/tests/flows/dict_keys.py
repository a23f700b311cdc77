"""Keys of dictionaries that are data themselves."""

import json
from collections import defaultdict


def looped():
    d = {source(): "safe"}
    for k in d:
        sink(k)  # flow


def looped_twin():
    d = {"k": source()}
    for k in d:
        sink(k)  # no flow


def value_of_key():
    d = {source(): "safe"}
    for k in d:
        sink(d[k])  # no flow


def keys():
    d = {source(): "safe"}
    for k in d.keys():
        sink(k)  # flow


def keys_twin():
    d = {"k": source()}
    for k in d.keys():
        sink(k)  # no flow


def values():
    d = {source(): "safe"}
    for v in d.values():
        sink(v)  # no flow


def items():
    d = {source(): "safe"}
    for k, v in d.items():
        sink(k)  # flow
        sink(v)  # no flow


def items_twin():
    d = {"k": source()}
    for k, v in d.items():
        sink(k)  # no flow
        sink(v)  # flow


def stored():
    d = {}
    d[source()] = "safe"
    for k in d:
        sink(k)  # flow


def stored_twin():
    d = {}
    d["k"] = source()
    for k in d:
        sink(k)  # no flow


def listed():
    sink(list({source(): "safe"}))  # flow


def listed_twin():
    sink(list({"k": source()}))  # no flow


def sorted_keys():
    for k in sorted({source(): "safe"}):
        sink(k)  # flow


def sorted_keys_twin():
    for k in sorted({"k": source()}):
        sink(k)  # no flow


def joined():
    sink(",".join({source(): "safe"}))  # flow


def joined_twin():
    sink(",".join({"k": source()}))  # no flow


def comprehension():
    d = {k: "safe" for k in [source()]}
    for k in d:
        sink(k)  # flow


def comprehension_twin():
    d = {"k": v for v in [source()]}
    for k in d:
        sink(k)  # no flow


def comprehension_value():
    d = {k: v for k, v in [("k", source())]}
    sink(d["k"])  # flow


def inverted():
    d = {"k": source()}
    e = {v: k for k, v in d.items()}
    for k in e:
        sink(k)  # flow


def inverted_twin():
    d = {"k": source()}
    e = {v: k for k, v in d.items()}
    for v in e.values():
        sink(v)  # no flow


def dumped():
    sink(json.dumps({source(): 1}))  # flow


def as_text():
    sink(str({source(): 1}))  # flow


def updated():
    d = {}
    d.update({source(): "safe"})
    for k in d:
        sink(k)  # flow


def spread():
    d = {**{source(): "safe"}}
    for k in d:
        sink(k)  # flow


def copied():
    d = {source(): "safe"}
    for k in d.copy():
        sink(k)  # flow


def set_default():
    d = {}
    d.setdefault(source(), "safe")
    for k in d:
        sink(k)  # flow


def set_default_twin():
    d = {}
    d.setdefault("k", source())
    for k in d:
        sink(k)  # no flow


def handed(d):
    for k in d:
        return k


def in_callee():
    sink(handed({source(): "safe"}))  # flow


def in_callee_twin():
    sink(handed({"k": source()}))  # no flow


def stores(d, k):
    d[k] = "safe"


def stored_by_callee():
    d = {}
    stores(d, source())
    for k in d:
        sink(k)  # flow


def stored_by_callee_twin():
    d = {}
    stores(d, source())
    for v in d.values():
        sink(v)  # no flow


def popped_item():
    k, v = {source(): "safe"}.popitem()
    sink(k)  # flow
    sink(v)  # no flow


def popped_item_twin():
    k, v = {"k": source()}.popitem()
    sink(k)  # no flow
    sink(v)  # flow


def from_keys():
    for k in dict.fromkeys([source()]):
        sink(k)  # flow


def from_keys_value():
    d = dict.fromkeys(["a"], source())
    sink(d["a"])  # flow


def next_key():
    sink(next(iter({source(): 1})))  # flow


def next_key_twin():
    sink(next(iter({"k": source()})))  # no flow


def of_pairs():
    d = dict([(source(), "safe")])
    for k in d:
        sink(k)  # flow
    for v in d.values():
        sink(v)  # no flow


def of_pairs_twin():
    d = dict([("k", source())])
    for k in d:
        sink(k)  # no flow
    for v in d.values():
        sink(v)  # flow


def zipped():
    d = dict(zip([source()], ["safe"]))
    for k in d:
        sink(k)  # flow


def zipped_twin():
    d = dict(zip(["safe"], [source()]))
    for k in d:
        sink(k)  # no flow


def keyword_names(**kwargs):
    for k in kwargs:
        sink(k)  # no flow


def calls_keyword_names():
    keyword_names(a=source())


def set_elements():
    for x in {source()}:
        sink(x)  # flow


def enumerated_keys():
    for i, k in enumerate({source(): 1}):
        sink(k)  # flow
        sink(i)  # no flow


def starred():
    sink([*{source(): 1}])  # flow


def starred_twin():
    sink([*{"k": source()}])  # no flow


def nested_keys():
    d = {"a": {source(): "safe"}}
    for k in d["a"]:
        sink(k)  # flow


def nested_keys_twin():
    d = {"a": {source(): "safe"}, "b": {"k": "v"}}
    for k in d["b"]:
        sink(k)  # no flow


def items_of_source():
    for key, value in source().items():
        sink(key)  # flow
        sink(value)  # flow


def items_of_keys():
    held = {source(): "a"}
    for key, value in held.items():
        sink(key)  # flow
        sink(value)  # no flow


def keys_of_default_dictionary():
    groups = defaultdict(list)
    groups["units"].append(source())
    groups["other"].append("a")
    sink(groups["units"][0])  # flow
    sink(groups["other"][0])  # no flow
