# arq 0.x: jobs, workers and the connection.

from arq.connections import create_pool as create_pool
from arq.cron import cron as cron
from arq.worker import func as func, run_worker as run_worker
