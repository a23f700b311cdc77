# pexpect 4.x: processes that are talked to.

from pexpect.pty_spawn import spawn
from pexpect.pty_spawn import spawn as spawn
from pexpect.run import run as run, runu as runu
from pexpect.utils import which as which

def spawnu(*args, **kwargs) -> spawn: ...
