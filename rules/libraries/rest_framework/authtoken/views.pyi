# Django REST framework 3.x, `rest_framework.authtoken.views`: `ObtainAuthToken`, `obtain_auth_token`.

from rest_framework.response import Response
from rest_framework.views import APIView

class ObtainAuthToken(APIView):
    def post(self, request, *args, **kwargs) -> Response: ...

def obtain_auth_token(request, *args, **kwargs) -> Response: ...
