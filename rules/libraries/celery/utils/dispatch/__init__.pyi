# Celery 4.x and 5.x, `celery.utils.dispatch`: names that live elsewhere.

from celery.utils.dispatch.signal import Signal as Signal
