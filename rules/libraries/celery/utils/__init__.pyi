# Celery 4.x and 5.x, `celery.utils`: a package, for the modules below it.
