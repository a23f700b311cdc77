from .svc import run, Service as Exported
from .app import app
from . import sub
from .constants import *

__all__ = ["run", "Exported", "app"]
