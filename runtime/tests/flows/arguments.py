"""Arguments of all kinds, through methods, overriding, callbacks and threads."""

import concurrent.futures
import queue
import threading


class Base:
    def handle(self, *args, **kwargs):
        return args[0]

    def by_name(self, **kwargs):
        return kwargs["x"]

    def dispatch(self, *args, **kwargs):
        return self.handle(*args, **kwargs)

    def dispatch_name(self, **kwargs):
        return self.by_name(**kwargs)


class Second(Base):
    def handle(self, a, b="safe", *rest, c="safe", **others):
        return b

    def by_name(self, x="safe", y="safe"):
        return y


class Last(Base):
    def handle(self, *args, c="safe", **others):
        return c

    def by_name(self, **kwargs):
        return kwargs.get("z")


def virtual():
    sink(Base().dispatch(source(), "safe"))  # flow
    sink(Base().dispatch("safe", source()))  # no flow


def virtual_second():
    sink(Second().dispatch("safe", source()))  # flow
    sink(Second().dispatch(source(), "safe"))  # no flow


def virtual_by_name():
    sink(Second().dispatch("safe", b=source()))  # flow
    sink(Second().dispatch("safe", c=source()))  # no flow


def virtual_keyword_only():
    sink(Last().dispatch("safe", c=source()))  # flow
    sink(Last().dispatch(source(), c="safe"))  # no flow


def virtual_names():
    sink(Base().dispatch_name(x=source(), y="safe"))  # flow
    sink(Base().dispatch_name(x="safe", y=source()))  # no flow


def virtual_names_second():
    sink(Second().dispatch_name(x="safe", y=source()))  # flow
    sink(Second().dispatch_name(x=source(), y="safe"))  # no flow


def virtual_names_last():
    sink(Last().dispatch_name(z=source(), y="safe"))  # flow
    sink(Last().dispatch_name(y=source(), z="safe"))  # no flow


def virtual_spread():
    args = ["safe", source()]
    sink(Second().dispatch(*args))  # flow
    args = [source(), "safe"]
    sink(Second().dispatch(*args))  # no flow


def virtual_spread_names():
    names = {"x": "safe", "y": source()}
    sink(Second().dispatch_name(**names))  # flow
    names = {"x": source(), "y": "safe"}
    sink(Second().dispatch_name(**names))  # no flow


class Sub(Base):
    def handle(self, *args, **kwargs):
        return super().handle(*args, **kwargs)


class SubShifted(Base):
    def handle(self, first, *args, **kwargs):
        return super().handle(*args, **kwargs)


def by_super():
    sink(Sub().handle(source(), "safe"))  # flow
    sink(Sub().handle("safe", source()))  # no flow


def by_super_shifted():
    sink(SubShifted().handle("safe", source()))  # flow
    sink(SubShifted().handle(source(), "safe"))  # no flow


def rest(first, *others):
    return others


def rest_index():
    sink(rest("safe", "safe", source())[1])  # flow
    sink(rest("safe", "safe", source())[0])  # no flow
    sink(rest(source(), "safe")[0])  # no flow


def rest_loop():
    for x in rest("safe", source()):
        sink(x)  # flow


def rest_loop_twin():
    for x in rest(source(), "safe"):
        sink(x)  # no flow


def names(**kwargs):
    return kwargs


def names_kept():
    sink(names(a=source())["a"])  # flow
    sink(names(a=source(), b="safe")["b"])  # no flow


def names_loop():
    for k, v in names(a=source()).items():
        sink(v)  # flow
        sink(k)  # no flow


def keyword_only(a, *, b="safe"):
    return b


def by_keyword_only():
    sink(keyword_only("safe", b=source()))  # flow
    sink(keyword_only(source()))  # no flow


def positional_only(a, /, b="safe"):
    return a


def by_positional_only():
    sink(positional_only(source()))  # flow
    sink(positional_only("safe", source()))  # no flow


def both_spreads(*args, **kwargs):
    return args[0], kwargs["k"]


def with_both():
    a, k = both_spreads(source(), k="safe")
    sink(a)  # flow
    sink(k)  # no flow


def with_both_other():
    a, k = both_spreads("safe", k=source())
    sink(k)  # flow
    sink(a)  # no flow


def two_spreads():
    def f(a, b, c):
        return b

    sink(f(*["safe"], *[source(), "safe"]))  # flow
    sink(f(*[source()], *["safe", source()]))  # no flow


def spread_of_unknown(args):
    def f(a, b):
        return b

    sink(f(*args))  # flow


def calls_spread_of_unknown():
    spread_of_unknown(["safe", source()])


def default_none(x, seen=None):
    if seen is None:
        seen = []
    seen.append(x)
    return seen


def default_is_fresh():
    default_none(source())
    sink(default_none("safe"))  # no flow


def default_from_other(a, b=None):
    b = b or a
    return b


def given_default():
    sink(default_from_other(source()))  # flow


def changes(x):
    x = "safe"


def rebinding_parameter():
    x = source()
    changes(x)
    sink(x)  # flow


def fills(target):
    target["a"] = source()
    target["b"] = "safe"


def out_parameter():
    d = {}
    fills(d)
    sink(d["a"])  # flow
    sink(d["b"])  # no flow


def clears(target):
    target["a"] = "safe"


def out_parameter_cleared():
    d = {"a": source()}
    clears(d)
    sink(d["a"])  # not yet: no flow


def fills_list(target):
    target.append(source())


def out_list_by_alias():
    a = []
    b = a
    fills_list(b)
    sink(a[0])  # flow


def out_list_by_alias_twin():
    a = []
    b = list(a)
    fills_list(b)
    sink(a)  # no flow


def several(x):
    return x, "safe", [x], {"k": "safe"}


def several_results():
    a, b, c, d = several(source())
    sink(a)  # flow
    sink(b)  # no flow
    sink(c[0])  # flow
    sink(d["k"])  # no flow


def ignored_result():
    _, b = several(source())[:2]
    sink(b)  # not yet: no flow


def callback_with_names(f, **kwargs):
    return f(**kwargs)


def pick_a(a, b):
    return a


def by_callback_names():
    sink(callback_with_names(pick_a, a=source(), b="safe"))  # flow
    sink(callback_with_names(pick_a, a="safe", b=source()))  # no flow


def callback_in_list(fs, x):
    for f in fs:
        x = f(x)
    return x


def same(x):
    return x


def constant(x):
    return "safe"


def by_callbacks():
    sink(callback_in_list([same, same], source()))  # flow


def works(out, x):
    out.append(x)


def thread_fills():
    out = []
    t = threading.Thread(target=works, args=(out, source()))
    t.start()
    t.join()
    sink(out[0])  # flow


def thread_fills_twin():
    out, other = [], []
    t = threading.Thread(target=works, args=(other, source()))
    t.start()
    t.join()
    sink(out)  # no flow


def produces(q):
    q.put(source())


def produces_safe(q):
    q.put("safe")


def through_queue():
    q = queue.Queue()
    threading.Thread(target=produces, args=(q,)).start()
    sink(q.get())  # flow


def through_queue_twin():
    q, r = queue.Queue(), queue.Queue()
    threading.Thread(target=produces_safe, args=(q,)).start()
    threading.Thread(target=produces, args=(r,)).start()
    sink(q.get())  # no flow


def consumes(q):
    sink(q.get())  # flow


def consumes_safe(q):
    sink(q.get())  # no flow


def queue_to_thread():
    q, r = queue.Queue(), queue.Queue()
    q.put(source())
    r.put("safe")
    threading.Thread(target=consumes, args=(q,)).start()
    threading.Thread(target=consumes_safe, args=(r,)).start()


def queue_of_pairs():
    q = queue.PriorityQueue()
    q.put((1, source()))
    n, x = q.get()
    sink(x)  # flow
    sink(n)  # no flow


LOCK = threading.Lock()
SHARED = {"value": "safe", "other": "safe"}


def locked_write():
    with LOCK:
        SHARED["value"] = source()


def locked_read():
    with LOCK:
        sink(SHARED["value"])  # flow
        sink(SHARED["other"])  # no flow


class Worker(threading.Thread):
    def __init__(self, q):
        threading.Thread.__init__(self)
        self.q = q
        self.result = "safe"

    def run(self):
        self.result = self.q.get()


def worker():
    q = queue.Queue()
    q.put(source())
    w = Worker(q)
    w.start()
    w.join()
    sink(w.result)  # flow


def worker_twin():
    q = queue.Queue()
    q.put("safe")
    y = source()
    w = Worker(q)
    w.start()
    w.join()
    sink(w.result)  # no flow


EVENT = threading.Event()
BOX = []


def event_sets():
    BOX.append(source())
    EVENT.set()


def event_waits():
    EVENT.wait()
    sink(BOX[0])  # flow


def pooled():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        f = pool.submit(same, source())
        g = pool.submit(constant, source())
        sink(f.result())  # flow
        sink(g.result())  # no flow


def pool_map():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for x in pool.map(same, [source()]):
            sink(x)  # flow


def pool_map_twin():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for x in pool.map(constant, [source()]):
            sink(x)  # no flow


def pool_completed():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        futures = [pool.submit(same, source())]
        for f in concurrent.futures.as_completed(futures):
            sink(f.result())  # flow


def called_back(future):
    sink(future.result())  # flow


def done_callback():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        f = pool.submit(same, source())
        f.add_done_callback(called_back)


LOCAL = threading.local()


def thread_local():
    LOCAL.x = source()
    sink(LOCAL.x)  # flow
    sink(LOCAL.y)  # no flow


def timer():
    threading.Timer(1, timed, args=[source()]).start()


def timed(x):
    sink(x)  # flow
