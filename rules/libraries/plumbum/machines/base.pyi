# plumbum 1.x, `plumbum.machines.base`: `BaseMachine`.

from plumbum.commands.base import BaseCommand

class BaseMachine:
    def get(self, cmd, *othercommands) -> BaseCommand: ...
