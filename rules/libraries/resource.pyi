# Python 3.8 to 3.14: limits of a process.

def getrlimit(resource, /) -> tuple[int, int]: ...
def setrlimit(resource, limits, /): ...
def getrusage(who, /): ...

RLIMIT_CPU: int
RLIMIT_AS: int
RLIMIT_NOFILE: int
RLIMIT_CORE: int
RLIMIT_DATA: int
RLIMIT_STACK: int
RLIMIT_NPROC: int
RLIMIT_FSIZE: int
RUSAGE_SELF: int
RUSAGE_CHILDREN: int
