# click 7.x and 8.x, `click.testing`: `Result`, `CliRunner`.

from contextlib import AbstractContextManager

class Result:
    output: str
    stdout: str
    stderr: str
    exit_code: int
    exception: BaseException | None

class CliRunner:
    def invoke(self, cli, args=..., input=..., env=..., catch_exceptions=..., color=..., **extra) -> Result: ...
    def isolated_filesystem(self, temp_dir=...) -> AbstractContextManager[str]: ...
