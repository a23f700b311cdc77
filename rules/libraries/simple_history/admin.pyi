# django-simple-history 3.x, `simple_history.admin`: `SimpleHistoryAdmin`.

from django.contrib.admin.options import ModelAdmin

class SimpleHistoryAdmin(ModelAdmin): ...
