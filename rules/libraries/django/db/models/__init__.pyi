# Django 2.x to 5.x, `django.db.models`: names that live elsewhere.

from django.core.exceptions import ObjectDoesNotExist as ObjectDoesNotExist
from django.db.models.aggregates import Aggregate as Aggregate, Avg as Avg, Count as Count, Max as Max, Min as Min, StdDev as StdDev, Sum as Sum, Variance as Variance
from django.db.models.base import Model as Model
from django.db.models.constraints import BaseConstraint as BaseConstraint, CheckConstraint as CheckConstraint, UniqueConstraint as UniqueConstraint
from django.db.models.deletion import CASCADE as CASCADE, DO_NOTHING as DO_NOTHING, PROTECT as PROTECT, ProtectedError as ProtectedError, RESTRICT as RESTRICT, SET as SET, SET_DEFAULT as SET_DEFAULT, SET_NULL as SET_NULL
from django.db.models.enums import Choices as Choices, IntegerChoices as IntegerChoices, TextChoices as TextChoices
from django.db.models.expressions import Case as Case, Exists as Exists, Expression as Expression, ExpressionWrapper as ExpressionWrapper, F as F, Func as Func, OuterRef as OuterRef, Subquery as Subquery, Value as Value, When as When, Window as Window
from django.db.models.fields import AutoField as AutoField, BigAutoField as BigAutoField, BigIntegerField as BigIntegerField, BinaryField as BinaryField, BooleanField as BooleanField, CharField as CharField, CommaSeparatedIntegerField as CommaSeparatedIntegerField, DateField as DateField, DateTimeField as DateTimeField, DecimalField as DecimalField, DurationField as DurationField, EmailField as EmailField, Field as Field, FilePathField as FilePathField, FloatField as FloatField, GenericIPAddressField as GenericIPAddressField, IPAddressField as IPAddressField, IntegerField as IntegerField, NullBooleanField as NullBooleanField, PositiveBigIntegerField as PositiveBigIntegerField, PositiveIntegerField as PositiveIntegerField, PositiveSmallIntegerField as PositiveSmallIntegerField, SlugField as SlugField, SmallAutoField as SmallAutoField, SmallIntegerField as SmallIntegerField, TextField as TextField, TimeField as TimeField, URLField as URLField, UUIDField as UUIDField
from django.db.models.fields.files import FileField as FileField, ImageField as ImageField
from django.db.models.fields.generated import GeneratedField as GeneratedField
from django.db.models.fields.json import JSONField as JSONField
from django.db.models.fields.related import ForeignKey as ForeignKey, ForeignObject as ForeignObject, ManyToManyField as ManyToManyField, OneToOneField as OneToOneField
from django.db.models.indexes import Index as Index
from django.db.models.lookups import Lookup as Lookup, Transform as Transform
from django.db.models.manager import Manager as Manager
from django.db.models.query import Prefetch as Prefetch, QuerySet as QuerySet, prefetch_related_objects as prefetch_related_objects
from django.db.models.query_utils import Q as Q
