"""What stubs describe: classes whose members all are known, and those that compute some."""

from shelf import Box, Shelf, kept


def mark(*names):
    set(names).add("x")  # calls: builtins.set, builtins.set.add
    list(names).append("x")  # calls: builtins.list, builtins.list.append
    text = f"{names}"
    text.lower()  # calls: builtins.str.lower
    text.paint()


class Plain:
    def __init__(self):
        super().__init__()  # calls: builtins.object.__init__

    def again(self):
        return self.__class__().again()  # calls: Plain.__init__, Plain.again

    def __repr__(self):
        return super().__repr__().lower()  # calls: builtins.object.__repr__, builtins.str.lower


@kept  # calls: shelf.kept
class Drawer:
    def put(self, other):
        self.shut()  # calls: Drawer.shut
        other.open()  # calls: Crate.open

    def shut(self):
        pass


@kept(name="crate")  # calls: shelf.kept
class Crate:
    def open(self):
        pass


def files(name, mode):
    open(name).read()  # calls: builtins.open, io.TextIOWrapper.read
    open(name, "w").read()  # calls: builtins.open, io.TextIOWrapper.read
    open(name, "rb").read()  # calls: builtins.open, io.BufferedReader.read
    open(name, mode="ab").read()  # calls: builtins.open, io.BufferedWriter.read
    open(name, mode).read()  # calls: builtins.open, io.BufferedReader.read, io.BufferedWriter.read, io.TextIOWrapper.read


Drawer().put(Crate())  # calls: Drawer, Drawer.put, Crate
Shelf().left.open()  # calls: shelf.Shelf, shelf.Book.open
Box().left()  # calls: shelf.Box, shelf.Box.left
