# Django 2.x to 5.x, `django.urls`: names that live elsewhere.

from django.urls.base import get_script_prefix as get_script_prefix, resolve as resolve, reverse as reverse, reverse_lazy as reverse_lazy, set_urlconf as set_urlconf
from django.urls.conf import include as include, path as path, re_path as re_path
from django.urls.converters import register_converter as register_converter
from django.urls.exceptions import NoReverseMatch as NoReverseMatch, Resolver404 as Resolver404
from django.urls.resolvers import ResolverMatch as ResolverMatch, URLPattern as URLPattern, URLResolver as URLResolver, get_resolver as get_resolver
