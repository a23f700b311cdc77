# Flask-Cache 0.x: the extension that Flask-Caching goes on with.

from flask_caching import Cache as Cache
