# Django 2.x to 5.x, `django.contrib.auth.signals`: `user_logged_in`, `user_logged_out`, `user_login_failed`.

from django.dispatch.dispatcher import Signal

user_logged_in: Signal
user_logged_out: Signal
user_login_failed: Signal
