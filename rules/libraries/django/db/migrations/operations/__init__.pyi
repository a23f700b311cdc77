# Django 2.x to 5.x, `django.db.migrations.operations`: names that live elsewhere.

from django.db.migrations.operations.special import RunSQL as RunSQL
