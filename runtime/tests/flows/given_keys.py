"""A key or name that is a parameter is the one that each call gives."""

SESSION = {}
OTHER = {}


def put(key, value):
    SESSION[key] = value


def pick(key):
    return SESSION[key]


def kept():
    put("name", source())
    put("title", "a")
    sink(SESSION["name"])  # flow
    sink(SESSION["title"])  # no flow


def kept_elsewhere():
    sink(SESSION["name"])  # flow
    sink(SESSION.get("title"))  # no flow
    sink(SESSION)  # flow
    sink(pick("name"))  # flow


def into_argument(entries, key, value):
    entries[key] = value


def into_local():
    entries = {}
    into_argument(entries, "a", source())
    sink(entries["a"])  # flow
    sink(entries["b"])  # no flow
    for key in entries:
        sink(entries[key])  # flow


def further(entries, key, value):
    into_argument(entries, key, value)


def into_local_further():
    entries = {}
    further(entries, key="a", value=source())
    sink(entries["a"])  # flow
    sink(entries["b"])  # no flow


def into_local_by_unknown_key(key):
    entries = {}
    into_argument(entries, key, source())
    sink(entries["a"])  # flow


def changed(entries, key, value):
    into_argument(entries, key + "b", value)


def into_local_by_changed_key():
    entries = {}
    changed(entries, "a", source())
    sink(entries["ab"])  # flow
    sink(entries["c"])  # flow


def with_default(entries, value, key="a"):
    entries[key] = value


def into_local_by_default():
    entries = {}
    with_default(entries, source())
    sink(entries["a"])  # flow


def tested(entries, key, value):
    if key in ("a", "b"):
        entries[key] = value


def into_local_where_tested():
    entries = {}
    tested(entries, "a", source())
    sink(entries["a"])  # flow
    sink(entries["b"])  # no flow


def nested(entries, depth, key):
    if depth:
        nested(entries, depth - 1, "b")
    entries[key] = source()


def into_local_by_itself():
    entries = {}
    nested(entries, 2, "a")
    sink(entries["a"])  # flow
    sink(entries["b"])  # flow


def filled(key):
    OTHER[key] = source()


def filled_elsewhere():
    filled("a")
    sink(OTHER["a"])  # flow


class Session:
    def set_key(self, key, value):
        self.entries[key] = value

    def set_part(self, name, value):
        setattr(self, name, value)


def of_object():
    session = Session()
    session.entries = {}
    session.set_key("name", source())
    sink(session.entries["name"])  # flow
    sink(session.entries["title"])  # no flow


def attribute_of_object():
    session = Session()
    session.set_part("name", source())
    sink(session.name)  # flow
    sink(session.title)  # no flow


def attribute_of_object_by_unknown_name(name):
    session = Session()
    session.set_part(name, source())
    sink(session.name)  # flow


def at_place(parts, place, value):
    parts[place] = value


def into_list():
    parts = ["a", "b"]
    at_place(parts, 1, source())
    sink(parts[1])  # flow
    sink(parts[0])  # no flow
    for part in parts:
        sink(part)  # flow


def by_method(entries, key, value):
    entries.setdefault(key, value)


def into_local_by_method():
    entries = {}
    by_method(entries, "a", source())
    sink(entries["a"])  # flow
    sink(entries["b"])  # no flow


def key_is_data(entries, key):
    entries[key] = "a"


def into_keys():
    entries = {}
    key_is_data(entries, source())
    for key in entries:
        sink(key)  # flow
