# plumbum 1.x: commands and paths.

from plumbum.commands.modifiers import BG as BG, FG as FG
from plumbum.machines.local import local as local
from plumbum.machines.ssh_machine import SshMachine as SshMachine
from plumbum.path.local import LocalPath as LocalPath
