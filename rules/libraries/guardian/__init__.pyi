# django-guardian 2.x and 3.x: the admin with permissions for objects.
