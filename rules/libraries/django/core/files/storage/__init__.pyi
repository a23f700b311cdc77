# Django 2.x to 5.x, `django.core.files.storage`: `default_storage`, `storages`, `get_storage_class`.

from typing import Any
from django.core.files.storage.base import Storage as Storage
from django.core.files.storage.filesystem import FileSystemStorage as FileSystemStorage
from django.core.files.storage.base import Storage

default_storage: Storage
storages: Any

def get_storage_class(import_path=...) -> type[Storage]: ...
