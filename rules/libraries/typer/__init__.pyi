# Typer 0.x: the application and its parameters.

from typer._click.exceptions import BadParameter as BadParameter
from typer._click.termui import confirm as confirm, prompt as prompt, secho as secho, style as style
from typer._click.utils import echo as echo
from typer.exceptions import Abort as Abort, Exit as Exit
from typer.main import Typer as Typer, launch as launch, run as run
from typer.models import Context as Context
from typer.params import Argument as Argument, Option as Option
