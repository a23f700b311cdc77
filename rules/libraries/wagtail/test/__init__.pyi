# Wagtail 2.x to 7.x, `wagtail.test`: a package, for the modules below it.
