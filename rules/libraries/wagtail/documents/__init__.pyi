# Wagtail 2.x to 7.x, `wagtail.documents`: a package, for the modules below it.
