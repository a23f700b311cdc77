# Flask-Login 0.x, `flask_login.test_client`: `FlaskLoginClient`.

from flask.testing import FlaskClient

class FlaskLoginClient(FlaskClient): ...
