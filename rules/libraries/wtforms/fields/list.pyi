# WTForms 2.x and 3.x, `wtforms.fields.list`: `FieldList`.

from wtforms.fields.core import Field

class FieldList(Field): ...
