# django-rq 2.x and later: RQ's queues in Django.

from django_rq.connection_utils import get_connection as get_connection
from django_rq.decorators import job as job
from django_rq.queues import enqueue as enqueue, get_queue as get_queue, get_scheduler as get_scheduler
