"""What is read by a key or name that is a parameter is what the key of each call leads to."""


def picked(entries, key):
    return entries[key]


def from_argument():
    entries = {"a": source(), "b": "safe"}
    sink(picked(entries, "a"))  # flow
    sink(picked(entries, "b"))  # no flow
    sink(picked(entries, key="a"))  # flow
    sink(picked(entries, key="b"))  # no flow
    sink(picked(key="b", entries=entries))  # no flow


def from_sequence():
    row = (source(), "safe")
    sink(picked(row, 0))  # flow
    sink(picked(row, 1))  # no flow


def by_unknown_key(key):
    entries = {"a": source(), "b": "safe"}
    sink(picked(entries, key))  # flow
    for name in entries:
        sink(picked(entries, name))  # flow


def from_unknown():
    sink(picked(source(), "a"))  # flow


def further(entries, name):
    return picked(entries, name)


def from_argument_further():
    entries = {"a": source(), "b": "safe"}
    sink(further(entries, "a"))  # flow
    sink(further(entries, "b"))  # not yet: no flow


def with_default(entries, key="a"):
    return entries.get(key)


def by_default():
    entries = {"a": source(), "b": "safe"}
    sink(with_default(entries))  # flow
    sink(with_default(entries, "b"))  # no flow


def nested(entries, first, second):
    return entries[first][second]


def from_nested():
    entries = {"a": {"b": source(), "c": "safe"}, "d": {"b": "safe"}}
    sink(nested(entries, "a", "b"))  # flow
    sink(nested(entries, "a", "c"))  # no flow
    sink(nested(entries, "d", "b"))  # no flow


def put_and_picked(entries, key, value):
    entries[key] = value
    return entries[key]


def what_was_put():
    sink(put_and_picked({}, "a", source()))  # flow
    entries = {"b": source()}
    put_and_picked(entries, "a", "safe")
    sink(entries["b"])  # flow


def found(entries, key):
    if key:
        return found(entries, "b")
    return entries[key]


def by_itself():
    sink(found({"a": "safe", "b": source()}, "a"))  # flow


def named(value, name):
    return getattr(value, name)


class Money:
    def __init__(self, amount, note):
        self.amount = amount
        self.note = note


def attribute():
    money = Money(source(), "safe")
    sink(named(money, "amount"))  # flow
    sink(named(money, "note"))  # no flow


class Store:
    def __init__(self):
        self._entries = {}

    def set(self, key, value):
        self._entries[key] = value

    def get(self, key, default=None):
        return self._entries.get(key, default)

    def __getitem__(self, key):
        return self._entries[key]

    def __setitem__(self, key, value):
        self._entries[key] = value

    def __getattr__(self, name):
        return self._entries[name]


def stored():
    s = Store()
    s.set("a", source())
    s.set("b", "safe")
    sink(s.get("a"))  # flow
    sink(s.get("b"))  # no flow
    sink(s.get("b", source()))  # flow


def stored_by_item():
    s = Store()
    s["a"] = source()
    s["b"] = "safe"
    sink(s["a"])  # flow
    sink(s["b"])  # no flow
    sink(s.a)  # flow
    sink(s.b)  # no flow


class Registry:
    _known = {}

    @classmethod
    def add(cls, name, value):
        cls._known[name] = value

    @classmethod
    def get(cls, name):
        return cls._known[name]


def registered():
    Registry.add("a", source())
    Registry.add("b", "safe")
    sink(Registry.get("a"))  # flow
    sink(Registry.get("b"))  # no flow


SETTINGS = {"a": source(), "b": "safe"}


def setting(name):
    return SETTINGS[name]


def setting_of(name):
    return setting(name)


def by_setting(name):
    sink(setting("a"))  # flow
    sink(setting("b"))  # no flow
    sink(setting_of("a"))  # flow
    sink(setting_of("b"))  # no flow
    sink(setting(name))  # flow


def shown(name):
    sink(SETTINGS[name])  # flow


class Proxy:
    def __init__(self, inner):
        self._inner = inner

    def __getattr__(self, name):
        return getattr(self._inner, name)


def by_proxy():
    proxy = Proxy(Money(source(), "safe"))
    sink(proxy.amount)  # flow
    sink(proxy.note)  # no flow


def stored_by_unknown_item(key):
    s = Store()
    s[key] = source()
    sink(s.a)  # flow
