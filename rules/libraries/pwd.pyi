# Python 3.8 to 3.14: users of the system.

class struct_passwd(tuple):
    pw_name: str
    pw_passwd: str
    pw_gecos: str
    pw_dir: str
    pw_shell: str
    pw_uid: int
    pw_gid: int

def getpwnam(name, /) -> struct_passwd: ...
def getpwuid(uidobj, /) -> struct_passwd: ...
def getpwall() -> list[struct_passwd]: ...
