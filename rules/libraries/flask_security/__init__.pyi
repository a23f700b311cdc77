# Flask-Security 3.x to 5.x: the extension, its forms and hashes.

from flask_login.utils import current_user as current_user
from flask_security.core import RoleMixin as RoleMixin, Security as Security, UserMixin as UserMixin
from flask_security.datastore import SQLAlchemyUserDatastore as SQLAlchemyUserDatastore
from flask_security.decorators import auth_required as auth_required, permissions_required as permissions_required, roles_accepted as roles_accepted, roles_required as roles_required
from flask_security.forms import LoginForm as LoginForm, RegisterForm as RegisterForm
from flask_security.utils import hash_password as hash_password, verify_password as verify_password

def login_required[F](fn: F) -> F: ...
