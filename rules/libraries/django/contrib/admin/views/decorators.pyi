# Django 2.x to 5.x, `django.contrib.admin.views.decorators`: `staff_member_required`.

from collections.abc import Callable

def staff_member_required[F](view_func: F | None = ..., redirect_field_name=..., login_url=...) -> F | Callable[[F], F]: ...
