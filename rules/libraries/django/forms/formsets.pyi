# Django 2.x to 5.x, `django.forms.formsets`: `formset_factory`, `BaseFormSet`.

from django.forms.forms import Form
from typing import Any

def formset_factory(form, formset=..., extra=..., can_order=..., can_delete=..., max_num=..., validate_max=..., min_num=..., validate_min=..., absolute_max=..., can_delete_extra=..., renderer=...): ...

class BaseFormSet:
    forms: list[Form]
    def is_valid(self) -> bool: ...
    cleaned_data: Any
