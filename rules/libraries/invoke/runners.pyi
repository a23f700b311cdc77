# Invoke 1.x and 2.x, `invoke.runners`: `Result`, `Local`, `Runner`.

class Result:
    stdout: str
    stderr: str
    command: str
    exited: int
    return_code: int
    ok: bool
    failed: bool

class Runner: ...
class Local(Runner): ...
