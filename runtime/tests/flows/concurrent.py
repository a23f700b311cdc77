"""What threads, processes, executors, tasks and contexts hand on."""

import asyncio
import functools
import multiprocessing
import multiprocessing.connection
import queue
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait


def gives(x):
    return x


def gives_safe(x):
    return "safe"


async def gives_later(x):
    return x


async def gives_safe_later(x):
    return "safe"


def said_to_run():
    sink(run_later(gives, source()))  # flow
    sink(run_later(gives_safe, source()))  # no flow


def in_timer(x, y):
    sink(x)  # flow
    sink(y)  # no flow


def timer():
    threading.Timer(5, in_timer, args=(source(), "safe")).start()


def in_timer_by_place(x, y):
    sink(x)  # flow
    sink(y)  # no flow


def timer_by_place():
    threading.Timer(5, in_timer_by_place, (source(), "safe")).start()


def in_timer_by_name(x, y):
    sink(x)  # no flow
    sink(y)  # flow


def timer_by_name():
    threading.Timer(5.0, in_timer_by_name, kwargs={"y": source(), "x": "safe"}).start()


def in_process(x, y):
    sink(x)  # flow
    sink(y)  # no flow


def process():
    multiprocessing.Process(target=in_process, args=(source(), "safe")).start()


def mapped():
    with ThreadPoolExecutor() as pool:
        for one in pool.map(gives, [source()]):
            sink(one)  # flow
        for one in pool.map(gives_safe, [source()]):
            sink(one)  # no flow
        sink(list(pool.map(gives, ["safe"]))[0])  # no flow
        sink(list(pool.map(gives, [source()]))[0])  # flow


def mapped_in_processes():
    pool = ProcessPoolExecutor(4)
    sink(list(pool.map(gives, [source()])))  # flow
    sink(list(pool.map(gives_safe, [source()])))  # no flow


def in_map(x, y):
    sink(x)  # no flow
    sink(y)  # flow


def mapped_two():
    with ThreadPoolExecutor() as pool:
        pool.map(in_map, ["safe"], [source()])


def completed():
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(gives, x) for x in [source()]]
        for job in as_completed(jobs):
            sink(job.result())  # flow


def completed_twin():
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(gives_safe, x) for x in [source()]]
        for job in as_completed(jobs):
            sink(job.result())  # no flow


def completed_by_key():
    with ThreadPoolExecutor() as pool:
        jobs = {pool.submit(gives, x): x for x in ["safe"]}
        for job in as_completed(jobs):
            sink(job.result())  # no flow
            sink(jobs[job])  # no flow
        others = {pool.submit(gives, x): "safe" for x in [source()]}
        for job in as_completed(others):
            sink(job.result())  # flow
            sink(others[job])  # no flow


def waited():
    with ThreadPoolExecutor() as pool:
        done, _ = wait([pool.submit(gives, source())])
        sink([job.result() for job in done])  # flow
        done, _ = wait([pool.submit(gives_safe, source())])
        sink([job.result() for job in done])  # no flow


def in_callback(job):
    sink(job.result())  # flow


def in_safe_callback(job):
    sink(job.result())  # no flow


def with_callback():
    with ThreadPoolExecutor() as pool:
        pool.submit(gives, source()).add_done_callback(in_callback)
        pool.submit(gives_safe, source()).add_done_callback(in_safe_callback)


def submitted_by_name():
    with ThreadPoolExecutor() as pool:
        job = pool.submit(in_submitted, y=source(), x="safe")
        sink(job.result())  # no flow


def in_submitted(x, y):
    sink(x)  # no flow
    sink(y)  # flow
    return x


async def in_executor():
    loop = asyncio.get_running_loop()
    sink(await loop.run_in_executor(None, gives, source()))  # flow
    sink(await loop.run_in_executor(None, gives_safe, source()))  # no flow
    sink(await loop.run_in_executor(None, functools.partial(gives, source())))  # flow
    sink(await loop.run_in_executor(None, functools.partial(gives_safe, source())))  # no flow
    sink(await loop.run_in_executor(None, lambda: gives(source())))  # flow
    sink(await loop.run_in_executor(None, lambda: gives_safe(source())))  # no flow


async def to_thread():
    sink(await asyncio.to_thread(gives, source()))  # flow
    sink(await asyncio.to_thread(gives_safe, source()))  # no flow
    sink(await asyncio.to_thread(gives, x=source()))  # flow


async def task():
    job = asyncio.create_task(gives_later(source()))
    sink(await job)  # flow
    job = asyncio.create_task(gives_safe_later(source()))
    sink(await job)  # no flow
    other = asyncio.ensure_future(gives_later(source()))
    await other
    sink(other.result())  # flow


async def task_of_loop():
    loop = asyncio.get_event_loop()
    sink(await loop.create_task(gives_later(source())))  # flow
    sink(await loop.create_task(gives_safe_later(source())))  # no flow
    sink(loop.run_until_complete(gives_later(source())))  # flow
    sink(loop.run_until_complete(gives_safe_later(source())))  # no flow


async def task_of_group():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(gives_later(source()))
        second = group.create_task(gives_safe_later(source()))
    sink(first.result())  # flow
    sink(second.result())  # no flow


async def gathered():
    first, second = await asyncio.gather(gives_later(source()), gives_later("safe"))
    sink(first)  # flow
    sink(second)  # no flow
    every = await asyncio.gather(*[gives_later(x) for x in [source()]])
    sink(every[0])  # flow
    every = await asyncio.gather(*[gives_safe_later(x) for x in [source()]])
    sink(every[0])  # no flow


async def as_they_come():
    for job in asyncio.as_completed([gives_later(source())]):
        sink(await job)  # flow
    for job in asyncio.as_completed([gives_safe_later(source())]):
        sink(await job)  # no flow
    done, _ = await asyncio.wait([asyncio.create_task(gives_later(source()))])
    for job in done:
        sink(job.result())  # flow


async def with_limit():
    sink(await asyncio.wait_for(gives_later(source()), 5))  # flow
    sink(await asyncio.wait_for(gives_safe_later(source()), source()))  # no flow


def in_soon(x):
    sink(x)  # flow


def in_soon_safe(x):
    sink(x)  # no flow


async def soon():
    loop = asyncio.get_running_loop()
    loop.call_soon(in_soon, source())
    loop.call_later(5, in_soon, source())
    loop.call_soon_threadsafe(in_soon_safe, "safe")
    loop.call_later(source(), in_soon_safe, "safe")


def second(x, y):
    return y


def produce(jobs, quiet):
    jobs.put(source())
    quiet.put("safe")


def consume(jobs, quiet):
    sink(jobs.get())  # flow
    sink(quiet.get())  # no flow


def between_threads():
    jobs, quiet = queue.Queue(), queue.Queue()
    threading.Thread(target=produce, args=(jobs, quiet)).start()
    threading.Thread(target=consume, args=(jobs, quiet)).start()


def produce_in_process(pipe, other):
    pipe.put(source())
    other.put("safe")


def between_processes():
    jobs, quiet = multiprocessing.Queue(), multiprocessing.Queue()
    multiprocessing.Process(target=produce_in_process, args=(jobs, quiet)).start()
    sink(jobs.get())  # flow
    sink(quiet.get())  # no flow


async def produce_later(jobs, quiet):
    await jobs.put(source())
    await quiet.put("safe")


async def between_tasks():
    jobs, quiet = asyncio.Queue(), asyncio.Queue()
    job = asyncio.create_task(produce_later(jobs, quiet))
    await job
    sink(await jobs.get())  # flow
    sink(await quiet.get())  # no flow
    sink(jobs.get_nowait())  # flow


def partials():
    f = functools.partial(second, "safe")
    sink(f(source()))  # flow
    sink(f("safe"))  # no flow
    g = functools.partial(second, source())
    sink(g("safe"))  # no flow
    h = functools.partial(second, y=source())
    sink(h("safe"))  # flow
    sink(h("safe", y="safe"))  # no flow


class Job:
    def first(self, x, y):
        return x

    named = functools.partialmethod(first, "safe")
    given = functools.partialmethod(first, y="safe")


def partial_method():
    sink(Job().named(source()))  # not yet: no flow
    sink(Job().given(source()))  # not yet: flow


LOCAL = threading.local()


def set_local():
    LOCAL.user = source()
    LOCAL.other = "safe"


def read_local():
    sink(LOCAL.user)  # flow
    sink(LOCAL.other)  # no flow


async def future():
    loop = asyncio.get_running_loop()
    waiting = loop.create_future()
    waiting.set_result(source())
    sink(await waiting)  # flow
    safe = loop.create_future()
    safe.set_result("safe")
    sink(await safe)  # no flow


async def runs():
    sink(asyncio.run(gives_later(source())))  # flow
    sink(asyncio.run(gives_safe_later(source())))  # no flow
    job = asyncio.run_coroutine_threadsafe(gives_later(source()), asyncio.get_event_loop())
    sink(job.result())  # flow


def thread_of_lambda():
    x = source()
    threading.Thread(target=lambda: sink(x)).start()  # flow
    y = "safe"
    threading.Thread(target=lambda: sink(y)).start()  # no flow


class Service:
    def start(self):
        threading.Thread(target=self.work, args=(source(),)).start()
        threading.Thread(target=self.rest, args=("safe",)).start()

    def work(self, x):
        sink(x)  # flow

    def rest(self, x):
        sink(x)  # no flow
