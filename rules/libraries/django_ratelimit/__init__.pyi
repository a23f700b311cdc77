# django-ratelimit 4.x: the decorator that limits.
