# Starlette 0.x, `starlette.background`: `BackgroundTask`, `BackgroundTasks`.

class BackgroundTask: ...

class BackgroundTasks(BackgroundTask):
    def add_task(self, func, *args, **kwargs): ...
    tasks: list[BackgroundTask]
