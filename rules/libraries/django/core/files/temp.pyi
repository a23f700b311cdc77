# Django 2.x to 5.x, `django.core.files.temp`: names that live elsewhere.

from tempfile import NamedTemporaryFile as NamedTemporaryFile
