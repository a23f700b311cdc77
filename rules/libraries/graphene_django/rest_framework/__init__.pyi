# graphene-django 2.x and 3.x, `graphene_django.rest_framework`: a package, for the modules below it.
