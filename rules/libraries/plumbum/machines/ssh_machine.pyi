# plumbum 1.x, `plumbum.machines.ssh_machine`: `SshMachine`.

from plumbum.machines.base import BaseMachine

class SshMachine(BaseMachine): ...
