# Python 3.8 to 3.14: locks and flags of open files.

def fcntl(fd, cmd, arg=..., /): ...
def ioctl(fd, request, arg=..., mutate_flag=..., /): ...
def flock(fd, operation, /): ...
def lockf(fd, cmd, len=..., start=..., whence=..., /): ...

LOCK_EX: int
LOCK_SH: int
LOCK_UN: int
LOCK_NB: int
F_GETFL: int
F_SETFL: int
F_GETFD: int
F_SETFD: int
FD_CLOEXEC: int
