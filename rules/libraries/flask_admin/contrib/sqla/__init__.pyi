# Flask-Admin 1.x and 2.x, `flask_admin.contrib.sqla`: names that live elsewhere.

from flask_admin.contrib.sqla.view import ModelView as ModelView
