# Django 2.x to 5.x, `django.contrib.admin.forms`: `AdminAuthenticationForm`.

from django.contrib.auth.forms import AuthenticationForm

class AdminAuthenticationForm(AuthenticationForm): ...
