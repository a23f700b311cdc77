# Wagtail 2.x to 7.x, `wagtail.models.orderable`: `Orderable`.

from django.db.models.base import Model

class Orderable(Model): ...
