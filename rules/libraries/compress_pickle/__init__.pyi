# compress-pickle 2.x: objects pickled and pressed.

from compress_pickle.compress_pickle import load as load, loads as loads
