# Flask 0.x, `flaskext.seasurf`: names that live elsewhere.

from flask_seasurf import SeaSurf as SeaSurf
