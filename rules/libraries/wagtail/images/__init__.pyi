# Wagtail 2.x to 7.x, `wagtail.images`: a package, for the modules below it.
