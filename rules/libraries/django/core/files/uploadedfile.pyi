# Django 2.x to 5.x, `django.core.files.uploadedfile`: `UploadedFile`, `InMemoryUploadedFile`, `TemporaryUploadedFile`, `SimpleUploadedFile`.

from django.core.files.base import File

class UploadedFile(File):
    content_type: str | None
    charset: str | None

class InMemoryUploadedFile(UploadedFile): ...

class TemporaryUploadedFile(UploadedFile):
    def temporary_file_path(self) -> str: ...

class SimpleUploadedFile(InMemoryUploadedFile): ...
