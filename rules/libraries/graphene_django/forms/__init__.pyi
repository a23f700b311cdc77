# graphene-django 2.x and 3.x, `graphene_django.forms`: a package, for the modules below it.
