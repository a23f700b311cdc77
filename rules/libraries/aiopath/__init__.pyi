# aiopath 0.x: paths.

from aiopath.path import AsyncPath as AsyncPath
