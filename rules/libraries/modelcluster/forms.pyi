# django-modelcluster 5.x and 6.x, `modelcluster.forms`: `ClusterForm`.

from django.forms.models import ModelForm

class ClusterForm(ModelForm): ...
