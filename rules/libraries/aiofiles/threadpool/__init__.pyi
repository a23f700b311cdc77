# aiofiles 0.x and later, `aiofiles.threadpool`: `open`.

from aiofiles.base import AiofilesContextManager

def open(file, mode=..., buffering=..., encoding=..., errors=..., newline=..., closefd=..., opener=..., *, loop=..., executor=...) -> AiofilesContextManager: ...
