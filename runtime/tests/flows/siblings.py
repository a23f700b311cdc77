"""What objects of two classes below one base class hold."""


class Base:
    def setup(self):
        self.shared = source()

    def show(self):
        sink(self.x)  # flow
        sink(self.z)  # no flow


class First(Base):
    def prepare(self):
        self.x = source()

    def read(self):
        sink(self.x)  # flow
        sink(self.shared)  # flow


class Second(Base):
    def prepare(self):
        self.x = "safe"

    def read(self):
        sink(self.x)  # no flow
        sink(self.shared)  # flow


class Handler:
    label = "safe"

    def handle(self):
        self.begin()
        self.end()

    def begin(self):
        pass

    def end(self):
        pass


class Reads(Handler):
    def begin(self):
        self.value = source()

    def end(self):
        sink(self.value)  # flow


class Keeps(Handler):
    def begin(self):
        self.value = "safe"

    def end(self):
        sink(self.value)  # no flow


class Copying:
    def copy(self):
        self.copied = self.given


class CopiesData(Copying):
    def give(self):
        self.given = source()

    def read(self):
        sink(self.copied)  # flow


class CopiesText(Copying):
    def give(self):
        self.given = "safe"

    def read(self):
        sink(self.copied)  # no flow


class Form:
    name = "safe"

    def __init__(self, value=None):
        self.value = value

    def text(self):
        return self.value


class DataForm(Form):
    def __init__(self):
        super().__init__(source())

    def read(self):
        sink(self.value)  # flow
        sink(self.text())  # flow


class TextForm(Form):
    def __init__(self):
        super().__init__("safe")

    def read(self):
        sink(self.value)  # no flow
        sink(self.text())  # no flow


class Registered:
    entries = "safe"

    @classmethod
    def fill(cls):
        cls.entries = "safe"


class Filled(Registered):
    @classmethod
    def fill(cls):
        cls.entries = source()

    def read(self):
        sink(self.entries)  # flow


class Empty(Registered):
    def read(self):
        sink(self.entries)  # no flow


class Stored:
    def keep(self, value):
        self.kept = value


class StoresData(Stored):
    def run(self):
        self.keep(source())

    def read(self):
        sink(self.kept)  # flow


class StoresText(Stored):
    def run(self):
        self.keep("safe")

    def read(self):
        sink(self.kept)  # no flow


class Lazy:
    @property
    def data(self):
        return self.raw


class LazyData(Lazy):
    def fill(self):
        self.raw = source()

    def read(self):
        sink(self.data)  # flow


class LazyText(Lazy):
    def fill(self):
        self.raw = "safe"

    def read(self):
        sink(self.data)  # no flow


class Below(First):
    def read(self):
        sink(self.x)  # flow


class Beside(Second):
    def read(self):
        sink(self.x)  # no flow


def two_objects():
    first, second = First(), Second()
    first.y = source()
    second.y = "safe"
    sink(first.y)  # flow
    sink(second.y)  # no flow
