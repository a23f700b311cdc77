"""`update` puts entries into a dictionary, not into what stands in it."""

CONFIG = {"title": "x"}
OTHER = {"title": "x"}
THIRD = {"title": "x"}
FILLED = {"title": "x"}


def beside():
    data = {"conf": CONFIG}
    data.update(source())
    sink(data["other"])  # flow
    sink(data)  # flow


def shown():
    sink(CONFIG["title"])  # no flow


def beside_part():
    data = {"conf": OTHER.get("title")}
    data.update(source())
    return data


def other_shown():
    sink(OTHER["title"])  # no flow


def beside_parts():
    data = {"conf": [THIRD.get(key) for key in ("a", "b")]}
    data.update(**source())
    return data


def third_shown():
    sink(THIRD["title"])  # no flow


def below():
    data = {"conf": FILLED}
    data["conf"].update(source())
    return data


def filled_shown():
    sink(FILLED["title"])  # flow


def keys():
    data = {"conf": 1}
    data.update(source())
    for key in data:
        sink(key)  # flow
    for key, value in data.items():
        sink(key)  # flow
        sink(value)  # flow


def known_entry():
    data = {"conf": 1}
    data.update({"a": source(), "b": "c"})
    sink(data["a"])  # flow
    sink(data["b"])  # no flow


def by_name():
    data = {"conf": 1}
    data.update(a=source(), b="c")
    sink(data["a"])  # flow
    sink(data["b"])  # no flow


def of_set():
    names = {"a"}
    names.update(source())
    for name in names:
        sink(name)  # flow
    sink(list(names)[0])  # flow


def of_set_with_list():
    names = set()
    names.update([source()])
    for name in names:
        sink(name)  # flow


def twice():
    first, second = {}, {}
    first.update(source())
    second.update(first)
    sink(second["a"])  # flow


def copied():
    first = {}
    first.update(source())
    sink({**first}["a"])  # flow
    sink(dict(first)["a"])  # flow
    sink(list(first.values()))  # flow
