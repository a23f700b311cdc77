# Wagtail 2.x to 7.x, `wagtail.snippets`: a package, for the modules below it.
