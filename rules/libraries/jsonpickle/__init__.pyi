# jsonpickle 1.x to 4.x: objects as JSON.

from jsonpickle.pickler import encode as encode
from jsonpickle.unpickler import decode as decode, decode as loads
