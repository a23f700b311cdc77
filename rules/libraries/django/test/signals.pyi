# Django 2.x to 5.x, `django.test.signals`: `template_rendered`.

from typing import Any
from django.core.signals import setting_changed as setting_changed

template_rendered: Any
