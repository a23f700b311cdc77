# Django 2.x to 5.x, `django.views.static`: `serve`.

from django.http.response import HttpResponse

def serve(request, path, document_root=..., show_indexes=...) -> HttpResponse: ...
