# Flask-SocketIO 4.x and 5.x, `flask_socketio.namespace`: `Namespace`.

from socketio.namespace import Namespace as _SocketioNamespace

class Namespace(_SocketioNamespace): ...
