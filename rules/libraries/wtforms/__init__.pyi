# WTForms 2.x and 3.x: forms, fields, validators and widgets.

from wtforms.fields.choices import RadioField as RadioField, SelectField as SelectField, SelectMultipleField as SelectMultipleField
from wtforms.fields.core import Field as Field, Label as Label
from wtforms.fields.datetime import DateField as DateField, DateTimeField as DateTimeField
from wtforms.fields.form import FormField as FormField
from wtforms.fields.list import FieldList as FieldList
from wtforms.fields.numeric import DecimalField as DecimalField, FloatField as FloatField, IntegerField as IntegerField, IntegerRangeField as IntegerRangeField
from wtforms.fields.simple import BooleanField as BooleanField, EmailField as EmailField, FileField as FileField, HiddenField as HiddenField, MultipleFileField as MultipleFileField, PasswordField as PasswordField, SearchField as SearchField, StringField as StringField, StringField as TextField, SubmitField as SubmitField, TelField as TelField, TextAreaField as TextAreaField, URLField as URLField
from wtforms.form import Form as Form
from wtforms.validators import ValidationError as ValidationError
