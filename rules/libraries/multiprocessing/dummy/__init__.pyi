# Python 3.8 to 3.14: the interface of `multiprocessing` with threads.

import multiprocessing.pool

def Pool(processes=..., initializer=..., initargs=...) -> multiprocessing.pool.ThreadPool: ...
