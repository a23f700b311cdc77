# django-debug-toolbar 3.x to 6.x: the middleware that shows the toolbar.
