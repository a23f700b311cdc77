# Flask-RQ2 18.x: the extension and its jobs.

from flask_rq2.app import RQ as RQ
