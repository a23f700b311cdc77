# Wagtail 2.x to 7.x, `wagtail.admin`: a package, for the modules below it.
