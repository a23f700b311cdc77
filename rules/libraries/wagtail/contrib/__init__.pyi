# Wagtail 2.x to 7.x, `wagtail.contrib`: a package, for the modules below it.
