# Django 2.x to 5.x, `django.db.migrations.operations.special`: `RunSQL`, `RunPython`, `SeparateDatabaseAndState`.

from typing import Any

class RunSQL:
    noop: Any

class RunPython:
    @staticmethod
    def noop(apps, schema_editor): ...

class SeparateDatabaseAndState: ...
