# Flask-Talisman 0.x and 1.x: the extension that sets headers.

from flask_talisman.talisman import Talisman as Talisman
