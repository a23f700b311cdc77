# django-guardian 2.x and 3.x, `guardian.admin`: `GuardedModelAdmin`.

from django.contrib.admin.options import ModelAdmin

class GuardedModelAdmin(ModelAdmin): ...
