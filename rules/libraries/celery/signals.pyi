# Celery 4.x and 5.x, `celery.signals`: `task_prerun`, `task_postrun`, `task_success`, `task_failure` and others.

from celery.utils.dispatch.signal import Signal

task_prerun: Signal
task_postrun: Signal
task_success: Signal
task_failure: Signal
task_retry: Signal
task_revoked: Signal
task_received: Signal
before_task_publish: Signal
after_task_publish: Signal
worker_ready: Signal
worker_init: Signal
worker_process_init: Signal
worker_shutdown: Signal
celeryd_init: Signal
setup_logging: Signal
beat_init: Signal
