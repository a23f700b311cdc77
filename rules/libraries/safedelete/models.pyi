# django-safedelete 1.x, `safedelete.models`: `SafeDeleteModel`.

from django.db.models.base import Model

class SafeDeleteModel(Model): ...
