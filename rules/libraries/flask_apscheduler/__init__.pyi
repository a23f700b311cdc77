# Flask-APScheduler 1.x: the extension.

from flask_apscheduler.scheduler import APScheduler as APScheduler
