# Wagtail 2.x to 7.x, `wagtail.contrib.routable_page`: a package, for the modules below it.
