# pexpect 4.x, `pexpect.popen_spawn`: `PopenSpawn`.

from pexpect.spawnbase import SpawnBase

class PopenSpawn(SpawnBase): ...
