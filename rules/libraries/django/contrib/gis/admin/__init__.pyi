# Django 2.x to 5.x, `django.contrib.gis.admin`: names that live elsewhere.

from django.contrib.admin.decorators import register as register
from django.contrib.admin.options import ModelAdmin as ModelAdmin, StackedInline as StackedInline, TabularInline as TabularInline
from django.contrib.admin.sites import AdminSite as AdminSite, site as site
from django.contrib.gis.admin.options import GISModelAdmin as GISModelAdmin, GeoModelAdmin as GeoModelAdmin, OSMGeoAdmin as OSMGeoAdmin
