# drf-nested-routers 0.x: routers below routers.
