# Django 2.x to 5.x, `django.db.migrations`: names that live elsewhere.

from django.db.migrations.migration import Migration as Migration
from django.db.migrations.operations.fields import AddField as AddField, AlterField as AlterField, RemoveField as RemoveField
from django.db.migrations.operations.models import CreateModel as CreateModel
from django.db.migrations.operations.special import RunPython as RunPython, RunSQL as RunSQL, SeparateDatabaseAndState as SeparateDatabaseAndState
