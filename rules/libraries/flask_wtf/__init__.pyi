# Flask-WTF 0.x and 1.x: forms with a token and the protection against request forgery.

from flask_wtf.csrf import CSRFProtect as CSRFProtect, CSRFProtect as CsrfProtect
from flask_wtf.form import FlaskForm as FlaskForm, FlaskForm as Form, FlaskForm as RecaptchaForm
from flask_wtf.recaptcha.fields import RecaptchaField as RecaptchaField
