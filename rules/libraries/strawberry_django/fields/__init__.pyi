# strawberry-graphql-django 0.x, `strawberry_django.fields`: a package, for the modules below it.
