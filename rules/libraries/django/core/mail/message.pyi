# Django 2.x to 5.x, `django.core.mail.message`: `EmailMessage`, `EmailMultiAlternatives`, `BadHeaderError`.

from typing import Any

class EmailMessage:
    def send(self, fail_silently=...) -> int: ...
    def attach(self, filename=..., content=..., mimetype=...): ...
    def attach_file(self, path, mimetype=...): ...
    def message(self): ...
    subject: Any
    body: Any
    from_email: Any
    to: list[str]
    cc: list[str]
    bcc: list[str]
    reply_to: list[str]

class EmailMultiAlternatives(EmailMessage):
    def attach_alternative(self, content, mimetype): ...

class BadHeaderError(ValueError): ...
