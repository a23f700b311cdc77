# Flask-Admin 1.x and 2.x, `flask_admin.model`: names that live elsewhere.

from flask_admin.model.base import BaseModelView as BaseModelView
