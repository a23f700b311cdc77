# Django 2.x to 5.x, `django.contrib.postgres.fields`: names that live elsewhere.

from django.contrib.postgres.fields.array import ArrayField as ArrayField
from django.contrib.postgres.fields.hstore import HStoreField as HStoreField
