# Paramiko 2.x to 4.x, `paramiko.proxy`: `ProxyCommand`.

from paramiko.util import ClosingContextManager

class ProxyCommand(ClosingContextManager): ...
