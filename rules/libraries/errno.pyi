# Python 3.8 to 3.14: numbers of errors.

errorcode: dict[int, str]
ENOENT: int
EEXIST: int
EACCES: int
EPERM: int
EINTR: int
EAGAIN: int
EPIPE: int
ECONNREFUSED: int
ECONNRESET: int
ENOTEMPTY: int
EINVAL: int
ENOSPC: int
ESRCH: int
ECHILD: int
EWOULDBLOCK: int
EINPROGRESS: int
ETIMEDOUT: int
ENOTDIR: int
EISDIR: int
EXDEV: int
EBADF: int
EADDRINUSE: int
