# Flask-WTF 0.x and 1.x, `flask_wtf.recaptcha.fields`: `RecaptchaField`.

from wtforms.fields.core import Field

class RecaptchaField(Field): ...
