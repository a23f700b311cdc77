# plumbum 1.x, `plumbum.machines.paramiko_machine`: `ParamikoMachine`.

from plumbum.machines.base import BaseMachine

class ParamikoMachine(BaseMachine): ...
