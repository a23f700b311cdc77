# Django 2.x to 5.x, `django.core.signals`: `request_started`, `request_finished`, `got_request_exception`, `setting_changed`.

from django.dispatch.dispatcher import Signal

request_started: Signal
request_finished: Signal
got_request_exception: Signal
setting_changed: Signal
