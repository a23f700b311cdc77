# Wagtail 2.x to 7.x, `wagtail.admin.forms`: names that live elsewhere.

from wagtail.admin.forms.models import WagtailAdminModelForm as WagtailAdminModelForm
from wagtail.admin.forms.pages import WagtailAdminPageForm as WagtailAdminPageForm
