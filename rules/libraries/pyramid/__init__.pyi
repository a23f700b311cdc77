# Pyramid 1.x and 2.x: the configurator, views, requests and renderers.
