"""Comprehensions with conditions, slices, containers in containers, copies, lists and dictionaries in detail."""

import copy
import itertools
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque


def condition():
    sink([x for x in ["a", source()] if x])  # flow


def condition_twin():
    y = source()
    sink([x for x in ["a", "b"] if x != y])  # no flow


def condition_false():
    sink([x for x in [source()] if False])  # no flow


def condition_true():
    sink([x for x in [source()] if True])  # flow


def condition_cleans():
    sink([x for x in [source()] if is_safe(x)])  # no flow


def condition_cleans_twin():
    sink([x for x in [source()] if not is_safe(x)])  # flow


def value_constant():
    sink(["safe" for x in [source()]])  # no flow


def value_made():
    sink([x + "a" for x in [source()]])  # flow


def value_cleaned():
    sink([clean(x) for x in [source()]])  # no flow


def two_loops():
    sink([y for x in [["a"], [source()]] for y in x])  # flow


def two_loops_outer():
    sink([x for x in ["a"] for y in [source()]])  # no flow


def nested_comprehension():
    rows = [[v for v in row] for row in [[source()]]]
    sink(rows[0][0])  # flow


def nested_comprehension_twin():
    y = source()
    rows = [[v for v in row] for row in [["safe"]]]
    sink(rows[0][0])  # no flow


def tuple_elements():
    pairs = [(k, source()) for k in ["a"]]
    for k, v in pairs:
        sink(v)  # flow
        sink(k)  # no flow


def dict_values():
    d = {k: source() for k in ["a"]}
    sink(d["a"])  # flow


def dict_values_twin():
    d = {k: "safe" for k in [source()]}
    sink(d["a"])  # no flow


def set_elements():
    s = {x for x in [source()]}
    sink(s.pop())  # flow


def set_elements_twin():
    y = source()
    s = {x for x in ["safe"]}
    sink(s.pop())  # no flow


def conditional_value():
    sink([x if x else "a" for x in [source()]])  # flow


def conditional_value_twin():
    sink(["b" if x else "a" for x in [source()]])  # no flow


def any_of():
    sink(any(x for x in [source()]))  # no flow


def sum_of():
    sink(sum([[source()], ["a"]], []))  # flow


def middle():
    x = ["safe", source(), "safe"]
    sink(x[1:2])  # flow
    sink(x[0:1])  # no flow
    sink(x[2:])  # no flow


def from_end():
    x = ["safe", "safe", source()]
    sink(x[-1:])  # flow
    sink(x[:-1])  # no flow


def with_step():
    x = [source(), "safe", source(), "safe"]
    sink(x[0::2])  # flow
    sink(x[1::2])  # no flow


def backwards():
    x = [source(), "safe"]
    sink(x[::-1][1])  # flow
    sink(x[::-1][0])  # no flow


def slice_of_slice():
    x = ["safe", source(), "safe", "safe"]
    sink(x[1:][0])  # flow
    sink(x[1:][1:])  # no flow


def slice_assigned():
    x = ["a", "b"]
    x[0:1] = [source()]
    sink(x[0])  # flow


def slice_assigned_twin():
    x = [source(), "b"]
    x[0:1] = ["safe"]
    sink(x[0])  # not yet: no flow


def slice_in_callee(x):
    return x[1:]


def slice_of_callee():
    sink(slice_in_callee(["safe", source()]))  # flow


def text_sliced():
    sink(source()[1:])  # flow


def slice_object():
    x = ["safe", source()]
    s = slice(1, 2)
    sink(x[s])  # flow


def list_in_dict():
    d = {"a": ["safe", source()], "b": ["safe"]}
    sink(d["a"][1])  # flow
    sink(d["a"][0])  # no flow
    sink(d["b"])  # no flow


def dict_in_list():
    x = [{"a": source(), "b": "safe"}]
    sink(x[0]["a"])  # flow
    sink(x[0]["b"])  # no flow


def dict_in_dict():
    d = {}
    d["x"] = {}
    d["x"]["a"] = source()
    d["x"]["b"] = "safe"
    sink(d["x"]["a"])  # flow
    sink(d["x"]["b"])  # no flow


def tuple_in_tuple():
    t = ("safe", ("safe", source()))
    sink(t[1][1])  # flow
    sink(t[1][0])  # no flow


def list_of_lists():
    m = [["safe"], [source()]]
    sink(m[1][0])  # flow
    sink(m[0][0])  # no flow


def appended_in_dict():
    d = {"a": [], "b": []}
    d["a"].append(source())
    sink(d["a"][0])  # flow
    sink(d["b"])  # no flow


def in_default_dict():
    d = defaultdict(list)
    d["a"].append(source())
    d["b"].append("safe")
    sink(d["a"][0])  # flow
    sink(d["b"][0])  # no flow


def three_deep():
    d = {"a": {"b": {"c": source(), "d": "safe"}}}
    sink(d["a"]["b"]["c"])  # flow
    sink(d["a"]["b"]["d"])  # no flow


def in_callee(d):
    return d["a"]["b"]


def three_deep_in_callee():
    sink(in_callee({"a": {"b": source(), "c": "safe"}}))  # flow


def three_deep_in_callee_twin():
    sink(in_callee({"a": {"b": "safe", "c": source()}}))  # no flow


def copied():
    x = copy.copy([source(), "safe"])
    sink(x[0])  # flow
    sink(x[1])  # no flow


def copied_dict():
    d = copy.copy({"a": source(), "b": "safe"})
    sink(d["a"])  # flow
    sink(d["b"])  # no flow


def deep_copied():
    d = copy.deepcopy({"a": [source()], "b": ["safe"]})
    sink(d["a"][0])  # flow
    sink(d["b"][0])  # no flow


def copy_is_other():
    x = ["safe"]
    y = copy.copy(x)
    y.append(source())
    sink(x)  # no flow
    sink(y)  # flow


def deep_copy_is_other():
    x = {"a": []}
    y = copy.deepcopy(x)
    y["a"].append(source())
    sink(x["a"])  # no flow
    sink(y["a"])  # flow


def shallow_copy_shares():
    x = {"a": []}
    y = copy.copy(x)
    y["a"].append(source())
    sink(x["a"])  # flow


class Box:
    def __init__(self, x):
        self.x = x
        self.parts = []


def copied_object():
    sink(copy.copy(Box(source())).x)  # flow


def copied_object_twin():
    a = Box("safe")
    b = copy.copy(a)
    b.x = source()
    sink(a.x)  # no flow


def deep_copied_object():
    b = copy.deepcopy(Box(source()))
    sink(b.x)  # flow
    sink(b.parts)  # no flow


def list_copy_other():
    x = ["safe"]
    y = x[:]
    y.append(source())
    sink(x)  # no flow
    sink(y)  # flow


def list_by_list():
    x = list([source()])
    sink(x[0])  # flow


def list_insert():
    x = ["a", "b"]
    x.insert(1, source())
    sink(x[1])  # flow
    sink(x[0])  # no flow
    sink(x[2])  # no flow


def list_pop():
    x = ["safe", source()]
    x.pop(0)
    sink(x[0])  # flow


def list_pop_twin():
    x = ["safe", source()]
    x.pop()
    sink(x[0])  # no flow


def list_pop_result():
    x = ["safe", source()]
    sink(x.pop(1))  # flow
    sink(x.pop(0))  # no flow


def list_remove():
    x = ["a", source(), "b"]
    x.remove("a")
    sink(x[0])  # flow
    sink(x[1])  # no flow


def list_append_pop():
    x = []
    x.append("safe")
    x.append(source())
    x.append("other")
    x.pop(0)
    sink(x[0])  # flow
    sink(x[1])  # no flow


def list_clear():
    x = [source()]
    x.clear()
    x.append("safe")
    sink(x[0])  # no flow


def list_reverse():
    x = [source(), "safe"]
    x.reverse()
    sink(x[1])  # flow
    sink(x[0])  # no flow


def list_sort():
    x = [source(), "safe"]
    x.sort()
    sink(x[1])  # flow


def list_extend():
    x = ["safe"]
    x.extend(["a", source()])
    sink(x[2])  # flow
    sink(x[1])  # no flow


def list_multiplied():
    x = [source()] * 3
    sink(x[1])  # flow


def list_multiplied_twin():
    y = source()
    x = ["safe"] * 3
    sink(x[1])  # no flow


def list_set_item():
    x = ["a", source()]
    x[1] = "safe"
    sink(x[1])  # no flow


def dict_pop():
    d = {"a": source(), "b": "safe"}
    sink(d.pop("a"))  # flow


def dict_pop_twin():
    d = {"a": source(), "b": "safe"}
    sink(d.pop("b"))  # no flow


def dict_popped_is_gone():
    d = {"a": source()}
    d.pop("a")
    sink(d.get("a"))  # no flow


def dict_clear():
    d = {"a": source()}
    d.clear()
    sink(d)  # not yet: no flow


def dict_setdefault():
    d = {}
    sink(d.setdefault("a", source()))  # flow


def dict_setdefault_twin():
    d = {"a": "safe"}
    sink(d.setdefault("a", source()))  # no flow


def dict_update():
    d = {"a": source()}
    d.update(a="safe")
    sink(d["a"])  # no flow


def dict_update_twin():
    d = {"a": "safe"}
    d.update(a=source())
    sink(d["a"])  # flow


def dict_update_other():
    d = {"a": "safe"}
    d.update({"b": source()})
    sink(d["a"])  # no flow
    sink(d["b"])  # flow


def dict_values_list():
    sink(list({"a": source()}.values())[0])  # flow


def dict_of_tuples():
    d = {("a", 1): source(), ("a", 2): "safe"}
    sink(d[("a", 1)])  # flow
    sink(d[("a", 2)])  # no flow


def dict_of_numbers():
    d = {1: source(), 2: "safe"}
    sink(d[1])  # flow
    sink(d[2])  # no flow


def dict_of_flags():
    d = {True: source(), False: "safe"}
    sink(d[True])  # flow
    sink(d[False])  # no flow


def dict_of_none():
    d = {None: source(), "a": "safe"}
    sink(d[None])  # flow
    sink(d["a"])  # no flow


def ordered():
    d = OrderedDict(a=source(), b="safe")
    sink(d["a"])  # flow
    sink(d["b"])  # no flow


def chained_maps():
    d = ChainMap({"a": source()}, {"b": "safe"})
    sink(d["a"])  # flow


def counted():
    for word, n in Counter([source()]).most_common():
        sink(word)  # flow


def double_ended():
    d = deque()
    d.append("safe")
    d.appendleft(source())
    sink(d.popleft())  # flow


def double_ended_twin():
    d, e = deque(), deque()
    e.append(source())
    d.append("safe")
    sink(d.popleft())  # no flow


def chained():
    for x in itertools.chain(["a"], [source()]):
        sink(x)  # flow


def chained_from():
    for x in itertools.chain.from_iterable([["a"], [source()]]):
        sink(x)  # flow


def grouped():
    for key, group in itertools.groupby([source()]):
        for x in group:
            sink(x)  # flow


def product():
    for a, b in itertools.product(["safe"], [source()]):
        sink(b)  # flow
        sink(a)  # no flow


def repeated():
    for x in itertools.repeat(source(), 3):
        sink(x)  # flow


def accumulated():
    for x in itertools.accumulate(["a", source()]):
        sink(x)  # flow


def starmapped():
    for x in itertools.starmap(lambda a, b: b, [("safe", source())]):
        sink(x)  # flow


def starmapped_twin():
    for x in itertools.starmap(lambda a, b: a, [("safe", source())]):
        sink(x)  # no flow


def islice():
    for x in itertools.islice([source()], 1):
        sink(x)  # flow


def teed():
    a, b = itertools.tee([source()])
    for x in b:
        sink(x)  # flow


def zipped_three():
    for a, b, c in zip(["a"], [source()], ["c"]):
        sink(b)  # flow
        sink(c)  # no flow


def unzipped():
    a, b = zip(*[("safe", source())])
    sink(b)  # flow
    sink(a)  # not yet: no flow


def enumerated():
    for i, (a, b) in enumerate([("safe", source())]):
        sink(b)  # flow
        sink(a)  # no flow


def largest():
    sink(max([source(), "a"]))  # flow


def largest_twin():
    y = source()
    sink(max(["a", "b"]))  # no flow


def set_methods():
    s = {"a"}.union([source()])
    for x in s:
        sink(x)  # flow


def frozen():
    for x in frozenset([source()]):
        sink(x)  # flow


def tuple_added():
    t = ("safe",) + (source(),)
    sink(t[1])  # flow
    sink(t[0])  # no flow


def list_added():
    x = ["safe"] + [source()]
    sink(x[1])  # flow
    sink(x[0])  # no flow


def starred_call():
    def f(*parts):
        return parts[-1]

    sink(f(*["a", source()]))  # flow


def starred_middle():
    first, *middle, last = ["a", source(), "b"]
    sink(middle[0])  # flow
    sink(first)  # no flow
    sink(last)  # no flow


def starred_middle_of_unknown(x):
    first, *middle, last = x
    sink(middle)  # flow
    sink(first)  # no flow


def calls_starred_middle():
    starred_middle_of_unknown(["a", source(), "b"])


def byte_array():
    b = bytearray()
    b.extend(source())
    sink(bytes(b))  # flow


def byte_array_twin():
    b = bytearray()
    y = source()
    b.extend(b"safe")
    sink(bytes(b))  # no flow


def memory():
    sink(bytes(memoryview(source())))  # flow


def conversions():
    sink(list(tuple([source()]))[0])  # flow
    sink(dict([("a", source())])["a"])  # flow
    sink(set([source()]).pop())  # flow
    sink(str(source().encode(), "utf-8"))  # flow
    sink(repr(source()))  # flow
    sink(float(source()))  # no flow
    sink(bool(source()))  # no flow
    sink(len(source()))  # no flow
    sink(hash(source()))  # no flow
    sink(ascii(source()))  # flow
