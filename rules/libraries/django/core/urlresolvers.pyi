# Django 2.x to 5.x, `django.core.urlresolvers`: names that live elsewhere.

from django.urls.base import resolve as resolve, reverse as reverse, reverse_lazy as reverse_lazy
from django.urls.exceptions import NoReverseMatch as NoReverseMatch, Resolver404 as Resolver404
