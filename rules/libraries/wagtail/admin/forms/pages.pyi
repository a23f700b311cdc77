# Wagtail 2.x to 7.x, `wagtail.admin.forms.pages`: `WagtailAdminPageForm`.

from wagtail.admin.forms.models import WagtailAdminModelForm

class WagtailAdminPageForm(WagtailAdminModelForm): ...
