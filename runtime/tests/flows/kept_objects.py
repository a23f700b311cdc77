"""What is written into an object lies in whatever was handed it before, and kept it."""


class Part:
    value = "safe"
    note = "safe"


class Whole:
    def __init__(self, part):
        self.part = part
        self.copied = str(part)


def keep(whole, part):
    whole.part = part


def forget(whole, part):
    whole.other = part.note


def same(part):
    return part


def after_constructor():
    part = Part()
    whole = Whole(part)
    sink(whole.part.value)  # no flow
    part.value = source()
    sink(whole.part.value)  # flow
    sink(whole.part.note)  # no flow
    sink(Whole(Part()).part.value)  # no flow


def after_another_constructor():
    part, other = Part(), Part()
    whole = Whole(other)
    part.value = source()
    sink(whole.part.value)  # no flow


def after_call():
    part = Part()
    whole = Whole(Part())
    keep(whole, part)
    part.value = source()
    sink(whole.part.value)  # flow


def after_call_that_keeps_nothing():
    part = Part()
    whole = Whole(Part())
    forget(whole, part)
    part.value = source()
    sink(whole.part.value)  # no flow


def after_replaced():
    part = Part()
    whole = Whole(part)
    whole.part = Part()
    part.value = source()
    sink(whole.part.value)  # no flow


def after_returned():
    part = Part()
    other = same(part)
    part.value = source()
    sink(other.value)  # flow
    sink(other.note)  # no flow


def list_kept():
    rows = []
    whole = Whole(rows)
    rows.append(source())
    sink(whole.part[0])  # flow


def list_kept_twin():
    rows = []
    whole = Whole(list(rows))
    rows.append(source())
    sink(whole.part)  # no flow


class Node:
    def __init__(self):
        self.children = []
        self.parent = None
        self.text = "safe"

    def add(self, child):
        self.children.append(child)
        child.parent = self
        return child


def tree():
    root = Node()
    child = root.add(Node())
    child.text = source()
    for one in root.children:
        sink(one.text)  # flow
    sink(child.parent.text)  # no flow


class Derived(Whole):
    def __init__(self, part):
        super().__init__(part)


def through_super():
    part = Part()
    derived = Derived(part)
    part.value = source()
    sink(derived.part.value)  # flow
