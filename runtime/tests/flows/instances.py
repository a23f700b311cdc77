"""Objects: local classes, instances that differ, attributes of classes, inheritance, recursion, chains of calls."""

import abc


class Holder:
    shared = "safe"
    registry = []

    def __init__(self, x="safe"):
        self.x = x

    def get(self):
        return self.x

    def set(self, x):
        self.x = x
        return self

    def get_shared(self):
        return self.shared


def two():
    a, b = Holder(source()), Holder("safe")
    sink(a.get())  # flow
    sink(b.get())  # no flow


def two_in_list():
    a, b = Holder(source()), Holder("safe")
    both = [a, b]
    sink(both[0].get())  # flow
    sink(both[1].get())  # no flow


def two_by_function():
    def make(x):
        return Holder(x)

    a, b = make(source()), make("safe")
    sink(a.get())  # flow
    sink(b.get())  # no flow


def two_in_dict():
    d = {"a": Holder(source()), "b": Holder("safe")}
    sink(d["a"].get())  # flow
    sink(d["b"].get())  # no flow


def assigned_again():
    a = Holder(source())
    a = Holder("safe")
    sink(a.get())  # no flow


def alias_assigned_again():
    a = Holder("safe")
    b = a
    b.set(source())
    a = Holder("safe")
    sink(a.get())  # no flow
    sink(b.get())  # flow


def in_branch(flag):
    a = Holder("safe")
    b = Holder("safe")
    c = a if flag else b
    c.set(source())
    sink(a.get())  # flow


def in_branch_twin(flag):
    a = Holder("safe")
    b = Holder("safe")
    d = Holder("safe")
    c = a if flag else b
    c.set(source())
    sink(d.get())  # no flow


def overwritten_by_method():
    a = Holder(source())
    a.set("safe")
    sink(a.get())  # not yet: no flow


def overwritten_by_method_twin():
    a = Holder("safe")
    a.set("a")
    a.set(source())
    sink(a.get())  # flow


def chained():
    sink(Holder().set("a").set(source()).get())  # flow


def chained_twin():
    sink(Holder().set(source()).set("safe").get())  # no flow


def class_attribute_on_instance():
    a, b = Holder(), Holder()
    a.shared = source()
    sink(a.shared)  # flow
    sink(b.shared)  # no flow


def class_attribute_by_method():
    a, b = Holder(), Holder()
    a.shared = source()
    sink(a.get_shared())  # flow
    sink(b.get_shared())  # no flow


class Mutable:
    items = []
    own = "safe"

    def __init__(self):
        self.mine = []


def class_list_is_shared():
    a, b = Mutable(), Mutable()
    a.items.append(source())
    sink(b.items[0])  # flow


def class_list_is_shared_twin():
    a, b = Mutable(), Mutable()
    a.mine.append(source())
    sink(b.mine)  # no flow


class Replaced:
    items = []

    def __init__(self):
        self.items = []


def class_list_replaced():
    a, b = Replaced(), Replaced()
    a.items.append(source())
    sink(a.items[0])  # flow
    sink(b.items)  # no flow


class Counted:
    latest = "safe"

    def __init__(self, x):
        Counted.latest = x
        self.kept = "safe"


def class_attribute_by_constructor():
    Counted(source())
    sink(Counted.latest)  # flow


class CountedSafe:
    latest = "safe"

    def __init__(self, x):
        CountedSafe.latest = "other"


def class_attribute_by_constructor_twin():
    CountedSafe(source())
    sink(CountedSafe.latest)  # no flow


class ByClass:
    value = "safe"
    other = "safe"

    @classmethod
    def set(cls, x):
        cls.value = x


def class_attribute_by_class_method():
    ByClass.set(source())
    sink(ByClass.value)  # flow
    sink(ByClass.other)  # no flow


def local_class():
    class Local:
        def __init__(self, x):
            self.x = x
            self.y = "safe"

        def get(self):
            return self.x

    sink(Local(source()).get())  # flow
    sink(Local(source()).y)  # no flow


def make_class(x):
    class Made:
        kept = x
        fixed = "safe"

        def get(self):
            return x

        def get_fixed(self):
            return self.fixed

    return Made


def local_class_returned():
    sink(make_class(source())().get())  # flow
    sink(make_class("safe")().get())  # not yet: no flow


def local_class_attribute():
    sink(make_class(source()).kept)  # flow


def local_class_attribute_twin():
    sink(make_class(source()).fixed)  # no flow


def local_class_fixed():
    sink(make_class(source())().get_fixed())  # no flow


def local_subclass():
    class Sub(Holder):
        def get(self):
            return "sub " + super().get()

    sink(Sub(source()).get())  # flow


def local_subclass_twin():
    class Sub(Holder):
        def get(self):
            return "safe"

    sink(Sub(source()).get())  # no flow


def class_in_class():
    class Outer:
        class Inner:
            def __init__(self, x):
                self.x = x

    sink(Outer.Inner(source()).x)  # flow


def class_by_type():
    T = type("T", (Holder,), {})
    sink(T(source()).get())  # flow


class Shape(abc.ABC):
    @abc.abstractmethod
    def draw(self, x):
        ...

    def show(self, x):
        return self.draw(x)


class Circle(Shape):
    def draw(self, x):
        return x


class Square(Shape):
    def draw(self, x):
        return "safe"


def abstract():
    sink(Circle().show(source()))  # flow


def abstract_twin():
    sink(Square().show(source()))  # no flow


def by_annotation(shape: Circle):
    sink(shape.draw(source()))  # flow


def by_annotation_twin(shape: Square):
    sink(shape.draw(source()))  # no flow


def by_base(shape: Shape):
    sink(shape.draw(source()))  # not yet: flow


class A:
    def __init__(self, x):
        self.a = x

    def get(self):
        return self.a


class B(A):
    def __init__(self, x, y):
        super().__init__(x)
        self.b = y


class C(B):
    def __init__(self, x, y, z):
        B.__init__(self, x, y)
        self.c = z

    def get_c(self):
        return self.c


def three_levels():
    c = C(source(), "safe", "safe")
    sink(c.get())  # flow
    sink(c.b)  # no flow
    sink(c.get_c())  # no flow


def three_levels_last():
    c = C("safe", "safe", source())
    sink(c.get_c())  # flow
    sink(c.get())  # no flow


class Mixin:
    def shout(self):
        return self.get() + "!"


class Quiet:
    def shout(self):
        return "safe"


class Loud(Mixin, A):
    pass


class Muted(Quiet, Mixin, A):
    pass


def mixin():
    sink(Loud(source()).shout())  # flow


def mixin_twin():
    sink(Muted(source()).shout())  # no flow


class Cooperative1(A):
    def get(self):
        return "1" + super().get()


class Cooperative2(A):
    def get(self):
        return "safe"


class Diamond(Cooperative1, Cooperative2):
    pass


class DiamondOther(Cooperative2, Cooperative1):
    pass


def diamond_single():
    sink(Cooperative1(source()).get())  # flow


def diamond_other():
    sink(DiamondOther(source()).get())  # no flow


class Prop:
    def __init__(self):
        self._x = "safe"

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        self._x = "safe"

    def by_function_get(self):
        return self._x

    def by_function_set(self, value):
        self._x = value

    y = property(by_function_get, by_function_set)
    z = property(lambda self: "safe")


def property_by_function():
    p = Prop()
    p.y = source()
    sink(p.y)  # flow


class SubProp(Prop):
    @property
    def x(self):
        return "safe"


class SuperProp(Prop):
    @property
    def x(self):
        return super().x + "!"


def property_overridden():
    p = SubProp()
    p._x = source()
    sink(p.x)  # no flow


def property_of_super():
    p = SuperProp()
    p._x = source()
    sink(p.x)  # not yet: flow


def fact(x, n):
    if n == 0:
        return x
    return fact(x + "a", n - 1)


def recursion():
    sink(fact(source(), 3))  # flow


def drops(x, n):
    if n == 0:
        return "safe"
    return drops(x, n - 1)


def recursion_twin():
    sink(drops(source(), 3))  # no flow


def collects(x, n, out):
    if n:
        out.append(x)
        collects(x, n - 1, out)
    return out


def recursion_collects():
    sink(collects(source(), 3, []))  # flow


def recursion_collects_twin():
    y = source()
    sink(collects("safe", 3, []))  # no flow


def nests(x, n):
    if n == 0:
        return x
    return {"next": nests(x, n - 1), "fixed": "safe"}


def recursion_nests():
    sink(nests(source(), 2)["next"]["next"])  # flow


def ping(x, n):
    if not n:
        return x
    return pong(x, n - 1)


def pong(x, n):
    if not n:
        return "safe"
    return ping(x, n - 1)


def mutual():
    sink(ping(source(), 3))  # flow


def ping_safe(x, n):
    if not n:
        return "a"
    return pong_safe(x, n - 1)


def pong_safe(x, n):
    if not n:
        return "b"
    return ping_safe(x, n - 1)


def mutual_twin():
    sink(ping_safe(source(), 3))  # no flow


def rotates(a, b, c, n):
    if n:
        return rotates(b, c, a, n - 1)
    return a


def rotated():
    sink(rotates("safe", "safe", source(), 2))  # flow


def recursive_lambda():
    f = lambda x, n: f(x, n - 1) if n else x
    sink(f(source(), 3))  # flow


def recursive_lambda_twin():
    f = lambda x, n: f(x, n - 1) if n else "safe"
    sink(f(source(), 3))  # no flow


class List:
    def __init__(self, head, tail=None):
        self.head = head
        self.tail = tail

    def last(self):
        if self.tail is None:
            return self.head
        return self.tail.last()

    def length(self):
        return 1 + (self.tail.length() if self.tail else 0)


def linked():
    sink(List("a", List("b", List(source()))).last())  # flow


def linked_twin():
    sink(List("a", List("b", List(source()))).head)  # no flow


def linked_loop():
    n = List("a", List(source()))
    while n:
        sink(n.head)  # flow
        n = n.tail


def linked_loop_twin():
    y = source()
    n = List("a", List("b"))
    while n:
        sink(n.head)  # no flow
        n = n.tail


class Parent:
    def __init__(self):
        self.children = []
        self.name = "safe"

    def add(self, child):
        child.parent = self
        self.children.append(child)


class Child:
    def __init__(self, name):
        self.name = name
        self.parent = None


def back_reference_twin():
    p = Parent()
    c = Child("safe")
    p.add(c)
    p.name = source()
    sink(c.name)  # no flow


def children():
    p = Parent()
    p.add(Child(source()))
    for c in p.children:
        sink(c.name)  # flow
    sink(p.name)  # no flow


def inner_calls():
    sink(Holder(Holder(source()).get()).get())  # flow


def inner_calls_twin():
    sink(Holder(Holder(source()).get_shared()).get())  # no flow


def argument_of_argument():
    def f(x):
        return x

    def g(x):
        return "safe"

    sink(f(f(f(source()))))  # flow
    sink(f(g(f(source()))))  # no flow


def unpack_object():
    h = Holder()
    h.x, h.y = source(), "safe"
    sink(h.x)  # flow
    sink(h.y)  # no flow


def swap_fields():
    h = Holder(source())
    h.y = "safe"
    h.x, h.y = h.y, h.x
    sink(h.y)  # flow
    sink(h.x)  # no flow


def loop_over_objects():
    for h in [Holder("safe"), Holder(source())]:
        sink(h.get())  # flow


def loop_target_field():
    h = Holder()
    for h.x in [source()]:
        pass
    sink(h.x)  # flow


def loop_target_item():
    d = {}
    for d["a"] in [source()]:
        pass
    sink(d["a"])  # flow


def with_target_field():
    h = Holder()
    with open(source()) as h.x:
        pass
    sink(h.y)  # no flow


class Builder:
    def __init__(self):
        self.parts = {}

    def where(self, **parts):
        self.parts.update(parts)
        return self

    def fixed(self):
        return self

    def text(self):
        return str(self.parts)


def fluent():
    sink(Builder().where(a="b").where(c=source()).fixed().text())  # flow


def fluent_twin():
    b = Builder().where(c=source())
    sink(Builder().where(a="b").fixed().text())  # no flow


class Singleton:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance


class Config:
    _instance = None

    @classmethod
    def instance(cls):
        if cls._instance is None:
            cls._instance = Config()
        return cls._instance


def singleton():
    Config.instance().value = source()
    sink(Config.instance().value)  # flow


def singleton_twin():
    Config.instance().value = source()
    sink(Config.instance().other)  # no flow


STATE = Holder()


def module_object():
    STATE.set(source())


def module_object_read():
    sink(STATE.get())  # flow


FIXED = Holder()


def module_object_fixed():
    h = Holder()
    h.set(source())


def module_object_read_twin():
    sink(FIXED.get())  # no flow
