# Flask-Login 0.x, `flask_login.signals`: `user_logged_in`, `user_logged_out`.

from blinker.base import NamedSignal

user_logged_in: NamedSignal
user_logged_out: NamedSignal
