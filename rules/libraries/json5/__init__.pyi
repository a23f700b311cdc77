# json5 0.x: JSON5 loaded and dumped.

from json5.lib import load as load, loads as loads
