# plumbum 1.x, `plumbum.machines.local`: `LocalMachine`, `local`.

from plumbum.commands.base import BaseCommand
from plumbum.machines.base import BaseMachine
from plumbum.path.local import LocalPath
from typing import Any

class LocalMachine(BaseMachine):
    def __getitem__(self, cmd) -> BaseCommand: ...
    @classmethod
    def which(cls, progname) -> LocalPath: ...
    def path(self, *parts) -> LocalPath: ...
    def env(self, *args, **kwargs): ...
    cwd: Any

local: LocalMachine
