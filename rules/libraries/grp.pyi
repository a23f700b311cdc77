# Python 3.8 to 3.14: groups of users.

class struct_group(tuple):
    gr_name: str
    gr_gid: int
    gr_mem: list[str]

def getgrnam(name) -> struct_group: ...
def getgrgid(id) -> struct_group: ...
def getgrall() -> list[struct_group]: ...
