# Django REST framework 3.x, `rest_framework.authtoken`: a package, for the modules below it.
