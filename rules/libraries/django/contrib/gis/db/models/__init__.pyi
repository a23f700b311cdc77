# Django 2.x to 5.x, `django.contrib.gis.db.models`: names that live elsewhere.

from django.db.models import *
from django.db.models.base import Model as Model
from django.db.models.manager import Manager as Manager
from django.db.models.query import QuerySet as QuerySet
from django.contrib.gis.db.models.fields import GeometryField as GeometryField, PointField as PointField, LineStringField as LineStringField, PolygonField as PolygonField, MultiPointField as MultiPointField, MultiLineStringField as MultiLineStringField, MultiPolygonField as MultiPolygonField, GeometryCollectionField as GeometryCollectionField, RasterField as RasterField
