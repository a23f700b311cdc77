# WTForms-Alchemy 0.x: forms made from models.

from wtforms.form import Form

class ModelForm(Form): ...
