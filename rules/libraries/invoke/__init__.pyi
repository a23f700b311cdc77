# Invoke 1.x and 2.x: contexts that run commands, and tasks.

from invoke.collection import Collection as Collection
from invoke.config import Config as Config
from invoke.context import Context as Context
from invoke.runners import Local as Local, Result as Result, Runner as Runner
from invoke.tasks import Task as Task, task as task

def run(command, **kwargs) -> Result | None: ...
def sudo(command, **kwargs) -> Result | None: ...
