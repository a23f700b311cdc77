# Fabric 2.x and 3.x, `fabric.config`: `Config`.

from invoke.config import Config as _InvokeConfig

class Config(_InvokeConfig): ...
