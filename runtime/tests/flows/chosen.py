"""Objects that are chosen by data: what they hold is what was put into them."""

import unknown_library

TABLE = {"a": "safe", "b": "also safe"}
NAMES = ["a", "b"]
PAIRS = [("a", "safe"), ("b", "also safe")]


def of_table():
    sink(TABLE[source()])  # no flow


def of_table_with_get():
    sink(TABLE.get(source()))  # no flow
    sink(TABLE.get(source(), "safe"))  # no flow


def of_table_with_default():
    key = source()
    sink(TABLE.get(key, key))  # flow


def of_filled_table():
    table = {"a": "safe", "b": source()}
    sink(table["a"])  # no flow
    sink(table[source()])  # flow


def of_list():
    sink(NAMES[source()])  # no flow


def of_local_table():
    table = {"a": "safe", "b": "also safe"}
    sink(table[source()])  # no flow


def of_table_of_tables():
    tables = {"a": {"b": "safe"}}
    sink(tables[source()][source()])  # no flow


def of_comprehension():
    table = {name: name.upper() for name in NAMES}
    sink(table[source()])  # no flow


def of_unknown(registry):
    sink(registry[source()])  # no flow


def of_unknown_with_get(registry):
    sink(registry.get(source()))  # no flow


class Item:
    def __init__(self, ident, text):
        self.ident = ident
        self.text = text


ITEMS = [Item("a", "safe"), Item("b", "also safe")]


def first_of_items():
    given = source()
    found = next(x for x in ITEMS if x.ident == given)
    sink(found.text)  # no flow


def first_of_items_or_given():
    given = source()
    found = next((x.text for x in ITEMS if x.ident == given), given)
    sink(found)  # flow


def first_of_filled_items():
    items = [Item("a", "safe"), Item("b", source())]
    found = next(x for x in items if x.ident == source())
    sink(found.text)  # flow
    sink(found.ident)  # no flow


def filtered():
    given = source()
    sink([x for x in NAMES if x == given][0])  # no flow
    sink(list(filter(lambda x: x == given, NAMES))[0])  # no flow


class Commands:
    label = "safe"

    def __init__(self):
        self.held = "safe"

    def run(self):
        return "safe"

    def echo(self, x):
        return x


def attribute_by_name():
    sink(getattr(Commands(), source()))  # no flow


def attribute_by_name_of_module():
    sink(getattr(unknown_library, source()))  # no flow


def attribute_by_name_with_default():
    sink(getattr(Commands(), "held", source()))  # not yet: no flow
    key = source()
    sink(getattr(Commands(), key, key))  # flow


def attribute_by_name_filled():
    c = Commands()
    c.held = source()
    sink(getattr(c, source()))  # flow


HANDLERS = {"a": Commands(), "b": Item("x", "safe")}


def called_of_table():
    sink(HANDLERS[source()].held)  # no flow


def gives_safe(x):
    return "safe"


def gives(x):
    return x


CALLS = {"a": gives_safe}
CALLS_DATA = {"a": gives_safe, "b": gives}


def function_of_table():
    sink(CALLS[source()]("safe"))  # no flow
    sink(CALLS[source()](source()))  # no flow
    sink(CALLS_DATA[source()](source()))  # flow
    sink(CALLS_DATA[source()]("safe"))  # no flow


class Registry:
    def __init__(self):
        self.entries = {"a": "safe"}

    def get(self, name):
        return self.entries.get(name)

    def named(self, name):
        return self.entries[name]

    def looked_for(self, name):
        for key, value in self.entries.items():
            if key == name:
                return value
        return name


def of_registry():
    registry = Registry()
    sink(registry.get(source()))  # no flow
    sink(registry.named(source()))  # no flow
    sink(registry.looked_for(source()))  # flow


def of_filled_registry():
    registry = Registry()
    registry.entries["b"] = source()
    sink(registry.get("b"))  # flow
    sink(registry.named(source()))  # flow


def pair_by_key():
    given = source()
    for key, value in PAIRS:
        if key == given:
            sink(value)  # no flow
            sink(key)  # no flow


def of_dict_of_pairs():
    sink(dict(PAIRS)[source()])  # no flow


def popped():
    table = {"a": "safe"}
    sink(table.pop(source()))  # no flow
    sink(table.pop(source(), "safe"))  # no flow


def of_text():
    sink("abc"[source()])  # no flow


def globals_by_name():
    sink(globals()[source()])  # no flow


def of_setdefault():
    table = {"a": "safe"}
    sink(table.setdefault(source(), "safe"))  # no flow
    key = source()
    sink(table.setdefault(key, key))  # flow
