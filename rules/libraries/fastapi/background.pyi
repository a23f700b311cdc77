# FastAPI 0.x, `fastapi.background`: `BackgroundTasks`.

from starlette.background import BackgroundTasks as _StarletteBackgroundTasks

class BackgroundTasks(_StarletteBackgroundTasks):
    def add_task(self, func, *args, **kwargs): ...
