# Django 2.x to 5.x, `django.template.backends.base`: `BaseEngine`.

from django.template.backends.django import Template

class BaseEngine:
    def from_string(self, template_code) -> Template: ...
    def get_template(self, template_name) -> Template: ...
