# Django 2.x to 5.x, `django.views.i18n`: `JavaScriptCatalog`.

from django.views.generic.base import View

class JavaScriptCatalog(View): ...
