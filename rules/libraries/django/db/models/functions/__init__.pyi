# Django 2.x to 5.x, `django.db.models.functions`: names that live elsewhere.

from django.db.models.functions.comparison import Cast as Cast, Coalesce as Coalesce, Greatest as Greatest, Least as Least
from django.db.models.functions.datetime import ExtractYear as ExtractYear, Now as Now, TruncDate as TruncDate, TruncMonth as TruncMonth
from django.db.models.functions.text import Concat as Concat, Length as Length, Lower as Lower, Replace as Replace, Substr as Substr, Upper as Upper
