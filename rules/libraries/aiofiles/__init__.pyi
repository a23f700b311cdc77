# aiofiles 0.x and later: files read and written asynchronously.

from aiofiles.threadpool import open as open
