# django-debug-toolbar 3.x to 6.x, `debug_toolbar.middleware`: `DebugToolbarMiddleware`.

class DebugToolbarMiddleware:
    def __init__(self, get_response): ...
