# Starlette-WTF 0.x, `starlette_wtf.form`: `StarletteForm`.

from wtforms.form import Form

class StarletteForm(Form): ...
