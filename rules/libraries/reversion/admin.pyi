# django-reversion 3.x to 6.x, `reversion.admin`: `VersionAdmin`.

from django.contrib.admin.options import ModelAdmin

class VersionAdmin(ModelAdmin): ...
