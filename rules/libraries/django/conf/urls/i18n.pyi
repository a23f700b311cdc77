# Django 2.x to 5.x, `django.conf.urls.i18n`: `i18n_patterns`.

from django.urls.resolvers import URLResolver

def i18n_patterns(*urls, prefix_default_language=...) -> list[URLResolver]: ...
