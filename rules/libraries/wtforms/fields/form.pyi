# WTForms 2.x and 3.x, `wtforms.fields.form`: `FormField`.

from wtforms.fields.core import Field

class FormField(Field): ...
