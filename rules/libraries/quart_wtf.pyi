# Quart-WTF 1.x: forms with a token.

from wtforms.form import Form

class QuartForm(Form): ...
