# pexpect 4.x, `pexpect.replwrap`: `REPLWrapper`.

class REPLWrapper:
    def run_command(self, command, timeout=..., async_=...) -> str: ...
