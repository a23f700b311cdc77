"""Methods by the class of their receiver: constructors, fields, inheritance, properties, operators."""

from dataclasses import dataclass


class Lock:
    def turn(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


class Gate:
    def __init__(self):
        self.lock = Lock()  # calls: Lock

    def open(self):
        return self

    @property  # calls: builtins.property
    def latch(self):
        return self.lock

    @classmethod  # calls: builtins.classmethod
    def make(cls):
        return cls()  # calls: Gate.__init__

    @staticmethod  # calls: builtins.staticmethod
    def count(gate):
        gate.open()  # calls: Gate.open


class Iron(Gate):
    def __init__(self):
        super().__init__()  # calls: Gate.__init__

    def open(self):
        self.lock.turn()  # calls: Lock.turn
        return super().open()  # calls: Gate.open


Gate().open().open()  # calls: Gate.__init__, Gate.open, Gate.open
Gate.make().open()  # calls: Gate.make, Gate.open
Iron().open()  # calls: Iron.__init__, Iron.open
Iron().latch.turn()  # calls: Iron.__init__, Gate.latch, Lock.turn
Gate.count(Gate())  # calls: Gate.count, Gate.__init__

with Lock() as held:  # calls: Lock, Lock.__enter__, Lock.__exit__
    held.turn()  # calls: Lock.turn

for gate in [Gate(), Iron()]:  # calls: Gate.__init__, Iron.__init__
    gate.open()  # calls: Gate.open, Iron.open


def make():
    return Gate()  # calls: Gate.__init__


gate = make()  # calls: make
gate.open()  # calls: Gate.open


def annotated(one: Gate, other: "Lock | None" = None):
    one.open()  # calls: Gate.open
    other.turn()  # calls: Lock.turn


class Left:
    def name(self):
        pass


class Right:
    def name(self):
        pass

    def only(self):
        pass


class Both(Left, Right):
    pass


Both().name()  # calls: Both, Left.name
Both().only()  # calls: Both, Right.only


class Rows:
    def __iter__(self):
        return self

    def __next__(self):
        return Gate()  # calls: Gate.__init__

    def __getitem__(self, key):
        return Lock()  # calls: Lock

    def __call__(self, key):
        return Lock()  # calls: Lock

    def __add__(self, other):
        return Gate()  # calls: Gate.__init__


rows = Rows()  # calls: Rows
for row in rows:  # calls: Rows.__iter__, Rows.__next__
    row.open()  # calls: Gate.open
rows[1].turn()  # calls: Rows.__getitem__, Lock.turn
rows(1).turn()  # calls: Rows.__call__, Lock.turn
(rows + rows).open()  # calls: Rows.__add__, Gate.open


@dataclass  # calls: dataclasses.dataclass
class Yard:
    gate: Gate
    lock: Lock = None


yard = Yard(Gate())  # calls: Yard, Gate.__init__
yard.gate.open()  # calls: Gate.open
yard.lock.turn()  # calls: Lock.turn


class Child(Left):
    def run(self):
        self.name()  # calls: Child.name

    def name(self):
        pass


Child().run()  # calls: Child, Child.run


def checked(thing):
    if isinstance(thing, Gate):  # calls: builtins.isinstance
        thing.open()  # calls: Gate.open


class Registry:
    handlers = {}

    def add(self, handler):
        self.handlers["x"] = handler
        self.last = handler

    def run(self):
        self.handlers["x"]()  # calls: make
        self.last()  # calls: make


registry = Registry()  # calls: Registry
registry.add(make)  # calls: Registry.add
registry.run()  # calls: Registry.run


def same(thing):
    return thing


same(Lock()).turn()  # calls: same, Lock, Lock.turn
same(Gate()).open()  # calls: same, Gate.__init__, Gate.open
