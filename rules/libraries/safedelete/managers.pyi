# django-safedelete 1.x, `safedelete.managers`: `SafeDeleteManager`.

from django.db.models.manager import Manager

class SafeDeleteManager(Manager): ...
