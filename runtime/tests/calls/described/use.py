"""What stubs describe: classes whose members all are known, and those that compute some."""

from shelf import Box, Shelf


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


Shelf().left.open()  # calls: shelf.Shelf, shelf.Book.open
Box().left()  # calls: shelf.Box, shelf.Box.left
