# django-reversion 3.x to 6.x: the admin that keeps versions.
