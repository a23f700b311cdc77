# Django 2.x to 5.x, `django.contrib.admin`: names that live elsewhere.

from django.contrib.admin.decorators import action as action, display as display, register as register
from django.contrib.admin.filters import SimpleListFilter as SimpleListFilter
from django.contrib.admin.options import ModelAdmin as ModelAdmin, StackedInline as StackedInline, TabularInline as TabularInline
from django.contrib.admin.sites import AdminSite as AdminSite, site as site
