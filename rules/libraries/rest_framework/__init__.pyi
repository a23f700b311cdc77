# Django REST framework 3.x: views and view sets, serializers and fields, routers, permissions, request and response.
