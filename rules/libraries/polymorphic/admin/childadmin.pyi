# django-polymorphic 3.x and 4.x, `polymorphic.admin.childadmin`: `PolymorphicChildModelAdmin`.

from django.contrib.admin.options import ModelAdmin

class PolymorphicChildModelAdmin(ModelAdmin): ...
