# Paramiko 2.x to 4.x, `paramiko.ed25519key`: `Ed25519Key`.

from paramiko.pkey import PKey

class Ed25519Key(PKey): ...
