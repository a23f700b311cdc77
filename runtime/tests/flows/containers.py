"""Lists, dictionaries, sets, tuples: constant keys and indexes, slices, containers in containers."""


def key():
    d = {}
    d["a"] = source()
    sink(d["a"])  # flow


def key_twin():
    d = {}
    d["a"] = source()
    sink(d["b"])  # no flow


def key_of_display():
    d = {"a": source(), "b": "safe"}
    sink(d["a"])  # flow


def key_of_display_twin():
    d = {"a": source(), "b": "safe"}
    sink(d["b"])  # no flow


def key_overwritten():
    d = {"a": source()}
    d["a"] = "safe"
    sink(d["a"])  # no flow


def get_key():
    d = {"a": source(), "b": "safe"}
    sink(d.get("a"))  # flow


def get_key_twin():
    d = {"a": source(), "b": "safe"}
    sink(d.get("b"))  # no flow


def get_default(d):
    sink(d.get("a", source()))  # flow


def unknown_key(k):
    d = {"a": source(), "b": "safe"}
    sink(d[k])  # flow


def index():
    x = ["safe", source()]
    sink(x[1])  # flow


def index_twin():
    x = ["safe", source()]
    sink(x[0])  # no flow


def index_of_tuple():
    x = ("safe", source())
    sink(x[1])  # flow


def index_of_tuple_twin():
    x = ("safe", source())
    sink(x[0])  # no flow


def from_end():
    x = ["safe", source()]
    sink(x[-1])  # flow


def appended():
    x = []
    x.append("safe")
    x.append(source())
    sink(x[1])  # flow


def appended_twin():
    x = []
    x.append("safe")
    x.append(source())
    sink(x[0])  # no flow


def popped():
    x = ["safe", source()]
    sink(x.pop())  # flow


def popped_twin():
    x = ["a", "b"]
    y = [source()]
    sink(x.pop())  # no flow


def inserted():
    x = ["safe"]
    x.insert(0, source())
    sink(x[0])  # flow


def extended():
    x = []
    x.extend([source()])
    sink(x[0])  # flow


def extended_twin():
    x = []
    x.extend(["safe"])
    y = source()
    sink(x[0])  # no flow


def updated():
    d = {}
    d.update({"a": source()})
    sink(d["a"])  # flow


def updated_twin():
    d = {}
    d.update({"a": source()})
    sink(d["b"])  # no flow


def set_default():
    d = {}
    d.setdefault("a", []).append(source())
    sink(d["a"][0])  # flow


def set_default_twin():
    d = {}
    d.setdefault("a", []).append(source())
    sink(d["b"])  # no flow


def sliced():
    x = ["safe", source(), "safe"]
    sink(x[1:2])  # flow


def sliced_twin():
    x = ["safe", "safe", source()]
    y = ["a", "b"]
    sink(y[0:1])  # no flow


def nested():
    d = {"a": {"b": [source()]}}
    sink(d["a"]["b"][0])  # flow


def nested_twin():
    d = {"a": {"b": [source()], "c": ["safe"]}}
    sink(d["a"]["c"][0])  # no flow


def spread():
    x = [*["safe"], *[source()]]
    sink(x)  # flow


def spread_dict():
    a = {"a": source()}
    d = {**a, "b": "safe"}
    sink(d["a"])  # flow


def spread_dict_twin():
    a = {"a": source()}
    d = {**a, "b": "safe"}
    sink(d["b"])  # no flow


def comprehension():
    x = [v for v in [source()]]
    sink(x[0])  # flow


def comprehension_twin():
    y = source()
    x = [v for v in ["safe"]]
    sink(x[0])  # no flow


def comprehension_of_dict():
    x = {k: v for k, v in {"a": source()}.items()}
    sink(x["a"])  # flow


def filtered():
    x = [v for v in [source(), "a"] if v]
    sink(x)  # flow


def generator_expression():
    sink(" ".join(v for v in [source()]))  # flow


def generator_expression_twin():
    v = source()
    sink(" ".join(v for v in ["safe"]))  # no flow


def joined():
    sink(",".join(["a", source()]))  # flow


def joined_twin():
    x = source()
    sink(",".join(["a", "b"]))  # no flow


def copied():
    x = [source()]
    sink(x.copy()[0])  # flow


def dict_of_names():
    d = dict(a=source(), b="safe")
    sink(d["a"])  # flow


def dict_of_names_twin():
    d = dict(a=source(), b="safe")
    sink(d["b"])  # no flow


def aliased_list():
    x = []
    y = x
    y.append(source())
    sink(x[0])  # flow


def aliased_list_twin():
    x = []
    y = list(x)
    y.append(source())
    sink(x)  # no flow


def list_in_dict():
    x = []
    d = {"x": x}
    d["x"].append(source())
    sink(x[0])  # flow


def list_in_dict_twin():
    x = []
    d = {"x": [], "y": x}
    d["x"].append(source())
    sink(x)  # no flow


def length():
    x = [source()]
    sink(len(x))  # no flow


def added_lists():
    x = ["safe"] + [source()]
    sink(x)  # flow


def set_of():
    s = set()
    s.add(source())
    for x in s:
        sink(x)  # flow


def handed_list(items):
    items.append(source())


def callee_appends():
    x = []
    handed_list(x)
    sink(x[0])  # flow


def callee_appends_twin():
    x = []
    handed_list([])
    sink(x)  # no flow


def item_of_dict_in_list():
    rows = [{"a": "safe"}, {"a": source()}]
    for row in rows:
        sink(row["a"])  # flow


def item_of_dict_in_list_twin():
    rows = [{"a": source(), "b": "safe"}]
    for row in rows:
        sink(row["b"])  # no flow
