# Flask-Compress 1.x: the extension.

from flask_compress.flask_compress import Compress as Compress
