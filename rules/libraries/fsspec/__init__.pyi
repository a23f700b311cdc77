# fsspec: files near and far.

from fsspec.core import open as open
from fsspec.registry import filesystem as filesystem
