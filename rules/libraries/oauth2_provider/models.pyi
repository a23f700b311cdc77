# django-oauth-toolkit 1.x to 3.x, `oauth2_provider.models`: `AbstractApplication`.

from django.db.models.base import Model

class AbstractApplication(Model): ...
