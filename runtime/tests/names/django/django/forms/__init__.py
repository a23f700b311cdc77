from django.forms.forms import *
from django.forms.fields import *
