# Django Ninja 0.x and 1.x, `ninja.files`: `UploadedFile`.

from django.core.files.uploadedfile import UploadedFile as _DjangoUploadedFile

class UploadedFile(_DjangoUploadedFile): ...
