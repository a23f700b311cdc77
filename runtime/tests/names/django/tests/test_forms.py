from django import forms
from django.db import models


class PostForm(forms.Form):            #? PostForm inherits django.forms.Form; PostForm inherits django.forms.BaseForm
    title = forms.CharField()          #? forms.CharField() instance of django.forms.Field; forms.CharField is django.forms.CharField


class Post(models.Model): ...          #? Post inherits django.db.models.Model; Post not inherits django.db.models.Manager
PostForm("x")                          #? "x" goes to data
