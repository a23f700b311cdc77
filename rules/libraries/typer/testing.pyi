# Typer 0.x, `typer.testing`: `CliRunner`.

from click.testing import Result

class CliRunner:
    def invoke(self, app, args=..., input=..., env=..., catch_exceptions=..., color=..., **extra) -> Result: ...
