# Flask-Admin 1.x and 2.x: the admin, its views and forms.

from flask_admin.base import Admin as Admin, AdminIndexView as AdminIndexView, BaseView as BaseView, expose as expose
