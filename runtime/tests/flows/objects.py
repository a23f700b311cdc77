"""Objects of one class beside each other: in containers, in each other, made by others, of operators."""

import threading


class Item:
    def __init__(self, name, next=None):
        self.name = name
        self.next = next


def twice():
    a, b = Item(source()), Item("safe")
    sink(a.name)  # flow
    sink(b.name)  # no flow


def in_list():
    items = [Item("safe"), Item(source())]
    sink(items[0].name)  # no flow
    sink(items[1].name)  # flow
    sink(items[-1].name)  # flow


def in_dict():
    items = {"a": Item(source()), "b": Item("safe")}
    sink(items["a"].name)  # flow
    sink(items["b"].name)  # no flow
    items["a"].name = "safe"
    sink(items["a"].name)  # no flow


def made_pair(text):
    return Item(text), Item("safe")


def in_tuple():
    a, b = made_pair(source())
    sink(a.name)  # flow
    sink(b.name)  # no flow


class Query:
    def __init__(self):
        self._table = "safe"
        self._where = "safe"

    def table(self, text):
        self._table = text
        return self

    def where(self, text):
        self._where = text
        return self

    def build(self):
        return "select * from " + self._table


def built():
    sink(Query().table(source()).where("safe").build())  # flow
    sink(Query().table("safe").where(source()).build())  # no flow


def built_in_steps():
    q = Query()
    q.table("safe")
    q = q.where(source())
    sink(q.build())  # no flow
    q.table(source())
    sink(q.build())  # flow


def linked():
    head = Item("safe", Item(source()))
    sink(head.name)  # no flow
    sink(head.next.name)  # flow


def linked_walk():
    node = None
    for text in ("safe", source()):
        node = Item(text, node)
    while node:
        sink(node.name)  # flow
        node = node.next


class Tree:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        else:
            if self.right is None:
                self.right = Tree(value)
            else:
                self.right.insert(value)

    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.value
        if self.right:
            yield from self.right.walk()


def tree():
    t = Tree("m")
    t.insert(source())
    for value in t.walk():
        sink(value)  # flow


def tree_twin():
    t = Tree("m")
    t.insert("safe")
    for value in t.walk():
        sink(value)  # no flow


def tree_side():
    t = Tree("m")
    t.left = Tree(source())
    t.right = Tree("safe")
    sink(t.left.value)  # flow
    sink(t.right.value)  # no flow


class Single:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.text = "safe"
            cls._instance.note = "safe"
        return cls._instance


def singleton():
    Single().text = source()
    sink(Single().text)  # flow
    sink(Single().note)  # no flow


class Base:
    def run(self, text):
        return self.step(text)

    def step(self, text):
        return text


class Quiet(Base):
    def step(self, text):
        return "safe"


class Loud(Base):
    def step(self, text):
        return super().step(text) + "!"


def template_method():
    sink(Quiet().run(source()))  # no flow
    sink(Loud().run(source()))  # flow


class Factory:
    kinds = {"quiet": Quiet, "loud": Loud}

    def make(self, kind):
        return self.kinds[kind]()


def of_factory():
    sink(Factory().make("loud").step(source()))  # flow


class Money:
    def __init__(self, amount, note):
        self.amount = amount
        self.note = note

    def __add__(self, other):
        return Money(self.amount + other.amount, self.note)

    def __eq__(self, other):
        return self.amount == other.amount

    def __call__(self, text):
        return [text, self.note]

    def __len__(self):
        return len(self.note)

    def __contains__(self, text):
        return text in self.note

    def __iter__(self):
        yield self.amount
        yield "safe"


def operators():
    total = Money("safe", "safe") + Money(source(), source())
    sink(total.amount)  # flow
    sink(total.note)  # no flow
    sink(Money("safe", "safe")(source())[0])  # flow
    sink(Money("safe", "safe")(source())[1])  # no flow
    sink(len(Money("safe", source())))  # no flow
    sink(source() in Money("safe", source()))  # no flow
    first, second = Money(source(), "safe")
    sink(first)  # flow


class Shared:
    items = []

    def add(self, text):
        self.items.append(text)


def shared_list():
    a, b = Shared(), Shared()
    a.add(source())
    sink(b.items[0])  # flow


class Owned:
    def __init__(self):
        self.items = []

    def add(self, text):
        self.items.append(text)


def owned_list():
    a, b = Owned(), Owned()
    a.add(source())
    sink(b.items)  # no flow
    sink(a.items)  # flow


local = threading.local()


def thread_local():
    local.text = source()
    local.note = "safe"
    sink(local.text)  # flow
    sink(local.note)  # no flow
