# Flask-Login 0.x: the manager, the current user and what guards views.

from flask_login.login_manager import LoginManager as LoginManager
from flask_login.mixins import AnonymousUserMixin as AnonymousUserMixin, UserMixin as UserMixin
from flask_login.signals import user_logged_in as user_logged_in, user_logged_out as user_logged_out
from flask_login.test_client import FlaskLoginClient as FlaskLoginClient
from flask_login.utils import confirm_login as confirm_login, current_user as current_user, fresh_login_required as fresh_login_required, login_fresh as login_fresh, login_required as login_required, login_user as login_user, logout_user as logout_user
