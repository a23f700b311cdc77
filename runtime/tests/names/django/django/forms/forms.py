from django.forms.fields import Field

__all__ = ("BaseForm", "Form")


class BaseForm:                        #? BaseForm not inherits django.forms.Form
    def __init__(self, data=None): ...


class Form(BaseForm): ...              #? Form inherits django.forms.BaseForm; Form inherits django.forms.forms.BaseForm


class Login(Form): ...                 #? Login inherits django.forms.Form; Login not inherits other.Form


class Local:
    Form = Form


Form()                                 #? Form is django.forms.Form; Form is django.forms.forms.Form; Form is not other.Form
Field()                                #? Field is django.forms.Field; Field() instance of django.forms.Field
