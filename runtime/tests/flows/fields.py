"""Attributes of objects: two instances, aliases, class attributes."""


class Box:
    def __init__(self, content=None):
        self.content = content
        self.other = "safe"

    def put(self, content):
        self.content = content

    def get(self):
        return self.content

    def get_other(self):
        return self.other


class Pair:
    kind = "safe"

    def __init__(self, left, right):
        self.left = left
        self.right = right


def constructed():
    b = Box(source())
    sink(b.content)  # flow


def constructed_twin():
    b = Box(source())
    sink(b.other)  # no flow


def method():
    b = Box()
    b.put(source())
    sink(b.get())  # flow


def method_twin():
    b = Box()
    b.put(source())
    sink(b.get_other())  # no flow


def two_instances():
    a = Box()
    b = Box()
    a.put(source())
    b.put("safe")
    sink(a.get())  # flow


def two_instances_twin():
    a = Box()
    b = Box()
    a.put(source())
    b.put("safe")
    sink(b.get())  # no flow


def order():
    b = Box()
    sink(b.get())  # no flow
    b.put(source())
    sink(b.get())  # flow


def alias():
    a = Box()
    b = a
    b.put(source())
    sink(a.get())  # flow


def alias_twin():
    a = Box()
    b = Box()
    b.put(source())
    b = a
    sink(b.get())  # no flow


def pair_left():
    p = Pair(source(), "safe")
    sink(p.left)  # flow


def pair_left_twin():
    p = Pair(source(), "safe")
    sink(p.right)  # no flow


def by_name():
    p = Pair(right=source(), left="safe")
    sink(p.right)  # flow


def by_name_twin():
    p = Pair(right=source(), left="safe")
    sink(p.left)  # no flow


def nested():
    p = Pair(Box(source()), Box("safe"))
    sink(p.left.content)  # flow


def nested_twin():
    p = Pair(Box(source()), Box("safe"))
    sink(p.right.content)  # no flow


def nested_put():
    p = Pair(Box(), Box())
    p.left.put(source())
    sink(p.left.get())  # flow


def nested_put_twin():
    p = Pair(Box(), Box())
    p.left.put(source())
    sink(p.right.get())  # no flow


def overwritten_field():
    b = Box()
    b.content = source()
    b.content = "safe"
    sink(b.get())  # no flow


def overwritten_field_twin():
    b = Box()
    b.content = "safe"
    b.content = source()
    sink(b.get())  # flow


def written_by_callee(b):
    b.content = source()


def callee_writes():
    b = Box()
    written_by_callee(b)
    sink(b.content)  # flow


def callee_writes_twin():
    b = Box()
    c = Box()
    written_by_callee(c)
    sink(b.content)  # no flow


def shared_part():
    inner = Box()
    p = Pair(inner, "safe")
    p.left.put(source())
    sink(inner.get())  # flow


def shared_part_twin():
    inner = Box()
    p = Pair(inner, Box())
    p.right.put(source())
    sink(inner.get())  # no flow


def returned_part(p):
    return p.left


def returned_part_written():
    p = Pair(Box(), Box())
    returned_part(p).put(source())
    sink(p.left.get())  # flow


def returned_part_written_twin():
    p = Pair(Box(), Box())
    returned_part(p).put(source())
    sink(p.right.get())  # no flow


class Config:
    value = "safe"
    other = "safe"


def configure():
    Config.value = source()


def class_attribute():
    sink(Config.value)  # flow


def class_attribute_twin():
    sink(Config.other)  # no flow


def class_attribute_of_instance():
    c = Config()
    sink(c.value)  # flow


def class_attribute_of_instance_twin():
    c = Config()
    sink(c.other)  # no flow


class Handler:
    def prepare(self, request):
        self.query = source()
        self.fixed = "safe"

    def answer(self, request):
        sink(self.query)  # flow

    def answer_safely(self, request):
        sink(self.fixed)  # no flow


def by_setattr():
    b = Box()
    setattr(b, "content", source())
    sink(b.content)  # flow


def by_setattr_twin():
    b = Box()
    setattr(b, "content", source())
    sink(b.other)  # no flow


def by_getattr():
    b = Box(source())
    sink(getattr(b, "content"))  # flow


def by_getattr_twin():
    b = Box(source())
    sink(getattr(b, "other"))  # no flow


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def linked():
    n = Node("safe", Node("safe", Node(source())))
    sink(n.next.next.value)  # flow


def linked_twin():
    n = Node("safe", Node("safe", Node(source())))
    sink(n.next.value)  # no flow


class Fluent:
    def __init__(self):
        self.parts = []

    def add(self, part):
        self.parts.append(part)
        return self

    def build(self):
        return " ".join(self.parts)


def fluent():
    sink(Fluent().add("a").add(source()).build())  # flow


def fluent_twin():
    f = Fluent().add(source())
    sink(Fluent().add("a").add("b").build())  # no flow
