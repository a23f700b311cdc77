from celery import Celery

tasks = Celery()                       #? Celery is exactly celery.Celery
