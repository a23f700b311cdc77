# django-cors-headers 3.x and 4.x: the middleware that sets headers.
