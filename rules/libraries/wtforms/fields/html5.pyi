# WTForms 2.x and 3.x, `wtforms.fields.html5`: names that live elsewhere.

from wtforms.fields.datetime import DateField as DateField
from wtforms.fields.numeric import IntegerField as IntegerField
from wtforms.fields.simple import EmailField as EmailField, SearchField as SearchField, TelField as TelField, URLField as URLField
