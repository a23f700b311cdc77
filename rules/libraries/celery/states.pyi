# Celery 4.x and 5.x, `celery.states`: a package, for the modules below it.
