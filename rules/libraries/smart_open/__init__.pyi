# smart_open 5.x to 7.x: files near and far.

from smart_open.smart_open_lib import open as open
