# Django 2.x to 5.x, `django.db.models.sql`: names that live elsewhere.

from django.db.models.sql.query import Query as Query
