# django-polymorphic 3.x and 4.x, `polymorphic.admin.parentadmin`: `PolymorphicParentModelAdmin`.

from django.contrib.admin.options import ModelAdmin

class PolymorphicParentModelAdmin(ModelAdmin): ...
