"""Threads, queues, executors."""

import queue
import threading
from concurrent.futures import ThreadPoolExecutor


def works(x, y):
    sink(x)  # flow
    sink(y)  # no flow


def thread():
    threading.Thread(target=works, args=(source(), "safe")).start()


def works_by_name(x, y):
    sink(x)  # no flow
    sink(y)  # flow


def thread_by_name():
    threading.Thread(target=works_by_name, kwargs={"x": "safe", "y": source()}).start()


def through_queue():
    q = queue.Queue()
    q.put(source())
    sink(q.get())  # flow


def through_queue_twin():
    q = queue.Queue()
    r = queue.Queue()
    r.put(source())
    q.put("safe")
    sink(q.get())  # no flow


JOBS = queue.Queue()
QUIET = queue.Queue()


def produces():
    JOBS.put(source())
    QUIET.put("safe")


def consumes():
    sink(JOBS.get())  # flow


def consumes_twin():
    sink(QUIET.get())  # no flow


def gives(x):
    return x


def gives_safe(x):
    return "safe"


def executor():
    with ThreadPoolExecutor() as pool:
        sink(pool.submit(gives, source()).result())  # flow


def executor_twin():
    with ThreadPoolExecutor() as pool:
        sink(pool.submit(gives_safe, source()).result())  # no flow


class Worker(threading.Thread):
    def __init__(self, job, name):
        super().__init__()
        self.job = job
        self.label = name

    def run(self):
        sink(self.job)  # flow
        sink(self.label)  # no flow


def subclass():
    w = Worker(source(), "safe")
    w.start()
