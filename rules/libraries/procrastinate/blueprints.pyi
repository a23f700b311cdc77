# procrastinate 2.x and 3.x, `procrastinate.blueprints`: `Blueprint`.

from collections.abc import Callable
from procrastinate.tasks import Task

class Blueprint:
    def task(self, _func=..., *, name=..., aliases=..., retry=..., pass_context=..., queue=..., priority=..., lock=..., queueing_lock=..., task_middleware=...) -> Callable[[Callable[..., object]], Task]: ...
    def periodic[F](self, *, cron, periodic_id=..., **configure_kwargs) -> Callable[[F], F]: ...
