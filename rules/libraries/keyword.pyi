# Python 3.8 to 3.14: reserved words.

kwlist: list[str]
softkwlist: list[str]

def iskeyword(s, /) -> bool: ...
def issoftkeyword(s, /) -> bool: ...
