# Django 2.x to 5.x, `django.db.models.signals`: `ModelSignal`, `class_prepared`, `pre_init`, `post_init` and others.

from django.dispatch.dispatcher import Signal

class ModelSignal(Signal): ...
class_prepared: ModelSignal
pre_init: ModelSignal
post_init: ModelSignal
pre_save: ModelSignal
post_save: ModelSignal
pre_delete: ModelSignal
post_delete: ModelSignal
m2m_changed: ModelSignal
pre_migrate: Signal
post_migrate: Signal
