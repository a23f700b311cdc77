# billiard 3.x and 4.x: the limits on time of Celery's workers.
