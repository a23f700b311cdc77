# Django 2.x to 5.x, `django.contrib.sites.shortcuts`: `get_current_site`.

from django.contrib.sites.models import Site

def get_current_site(request) -> Site: ...
