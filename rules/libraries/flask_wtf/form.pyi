# Flask-WTF 0.x and 1.x, `flask_wtf.form`: `FlaskForm`.

from markupsafe import Markup
from wtforms.fields.core import Field
from wtforms.form import Form

class FlaskForm(Form):
    def validate_on_submit(self, extra_validators=...) -> bool: ...
    def is_submitted(self) -> bool: ...
    def hidden_tag(self, *fields) -> Markup: ...
    csrf_token: Field
