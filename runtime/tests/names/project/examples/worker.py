from celery import tasks

tasks.send()                           #? tasks resolves to examples.celery.tasks; tasks instance of celery.Celery
