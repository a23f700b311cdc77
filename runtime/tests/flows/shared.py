"""What closures that share a variable see of each other, and of what is written later into what a variable holds."""


def late_bound():
    text = source()
    f = lambda: text
    text = "safe"
    sink(f())  # no flow


def late_bound_twin():
    text = "safe"
    f = lambda: text
    text = source()
    sink(f())  # flow


def default_early():
    text = source()
    f = lambda text=text: text
    text = "safe"
    sink(f())  # flow
    sink(f("safe"))  # no flow


def set_by_nonlocal():
    text = "safe"

    def fill():
        nonlocal text
        text = source()

    fill()
    sink(text)  # flow


def never_called():
    text = "safe"

    def fill():
        nonlocal text
        text = source()

    sink(text)  # no flow


def drops(prefix):
    def drop(text):
        return text

    return drop


def made_by_call_twin():
    sink(drops(source())("safe"))  # no flow
    sink(drops("safe")(source()))  # flow


def cell():
    value = "safe"

    def get():
        return value

    def put(new):
        nonlocal value
        value = new

    return get, put


def getter_and_setter():
    get, put = cell()
    put(source())
    sink(get())  # flow


def getter_and_setter_twin():
    get, put = cell()
    other_get, other_put = cell()
    other_put(source())
    sink(get())  # no flow


def dict_cell():
    held = {"text": "safe"}

    def get():
        return held["text"]

    def put(new):
        held["text"] = new

    return {"get": get, "put": put}


def getter_and_setter_in_dict():
    c = dict_cell()
    c["put"](source())
    sink(c["get"]())  # flow


def getter_and_setter_in_dict_twin():
    c = dict_cell()
    c["put"]("safe")
    sink(c["get"]())  # no flow


def curried():
    f = lambda a: lambda b: lambda c: b
    sink(f("safe")(source())("safe"))  # flow
    sink(f(source())("safe")(source()))  # no flow


def cached(text):
    if not hasattr(cached, "memo"):
        cached.memo = {}
    cached.memo["last"] = text
    return "safe"


def of_cached():
    sink(cached(source()))  # no flow
    sink(cached.memo["last"])  # flow


def two_deep():
    text = source()

    def outer():
        def inner():
            return text
        return inner

    sink(outer()())  # flow


def shadowed():
    text = source()

    def inner():
        text = "safe"
        return text

    sink(inner())  # no flow
    sink(text)  # flow


def list_after_closure():
    rows = []

    def shown():
        return rows[0]

    rows.append(source())
    sink(shown())  # flow


def read_before_put():
    get, put = cell()
    sink(get())  # no flow
    put(source())


def put_twice():
    get, put = cell()
    put(source())
    other_get, other_put = cell()
    sink(other_get())  # no flow
    sink(get())  # flow


class Held:
    def __init__(self):
        self.text = "safe"
        self.note = "safe"


def two_of_one():
    held = Held()
    return held, [held], Held()


def written_in_one_of_two():
    held, others, another = two_of_one()
    sink(others[0].text)  # no flow
    held.text = source()
    sink(others[0].text)  # flow
    sink(others[0].note)  # no flow
    sink(another.text)  # no flow
