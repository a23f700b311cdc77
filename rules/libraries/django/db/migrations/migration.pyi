# Django 2.x to 5.x, `django.db.migrations.migration`: `Migration`.

from typing import Any

class Migration:
    dependencies: Any
    operations: Any
    initial: Any
    atomic: Any
