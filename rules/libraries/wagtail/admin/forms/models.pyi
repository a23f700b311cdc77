# Wagtail 2.x to 7.x, `wagtail.admin.forms.models`: `WagtailAdminModelForm`.

from django.forms.forms import Form
from modelcluster.forms import ClusterForm

class WagtailAdminModelForm(Form, ClusterForm): ...
