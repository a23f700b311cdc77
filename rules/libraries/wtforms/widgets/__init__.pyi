# WTForms 2.x and 3.x, `wtforms.widgets`: names that live elsewhere.

from markupsafe import Markup as HTMLString
from wtforms.widgets.core import HiddenInput as HiddenInput, TextInput as TextInput, html_params as html_params
