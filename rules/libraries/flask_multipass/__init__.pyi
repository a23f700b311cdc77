# Flask-Multipass 0.x: the extension.

from flask_multipass.core import Multipass as Multipass
