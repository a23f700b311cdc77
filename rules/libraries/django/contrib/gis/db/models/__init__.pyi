# Django 2.x to 5.x, `django.contrib.gis.db.models`: names that live elsewhere.

from django.contrib.gis.db.models.fields import GeometryCollectionField as GeometryCollectionField, GeometryField as GeometryField, LineStringField as LineStringField, MultiLineStringField as MultiLineStringField, MultiPointField as MultiPointField, MultiPolygonField as MultiPolygonField, PointField as PointField, PolygonField as PolygonField, RasterField as RasterField
from django.db.models.base import Model as Model
from django.db.models.manager import Manager as Manager
from django.db.models.query import QuerySet as QuerySet
from django.db.models import *
