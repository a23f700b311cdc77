# Fabric 2.x and 3.x, `fabric.runners`: `Result`.

from invoke.runners import Result as _InvokeResult

class Result(_InvokeResult): ...
