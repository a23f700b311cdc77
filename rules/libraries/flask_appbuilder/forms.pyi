# Flask-AppBuilder 2.x to 5.x, `flask_appbuilder.forms`: `DynamicForm`.

from flask_wtf.form import FlaskForm

class DynamicForm(FlaskForm): ...
