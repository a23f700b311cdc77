# strawberry-graphql-django 0.x, `strawberry_django.mutations`: a package, for the modules below it.
