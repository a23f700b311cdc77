# Django 2.x to 5.x, `django.core.files.storage.filesystem`: `FileSystemStorage`.

from django.core.files.storage.base import Storage

class FileSystemStorage(Storage):
    location: str
    base_location: str
