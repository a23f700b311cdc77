# Wagtail 2.x to 7.x, `wagtail.wagtailcore`: a package, for the modules below it.
