# click 7.x and 8.x: commands, groups, parameters and echo.

from click.core import Argument as Argument, Command as Command, Context as Context, Group as Group, Option as Option, Parameter as Parameter
from click.decorators import argument as argument, command as command, confirmation_option as confirmation_option, group as group, help_option as help_option, make_pass_decorator as make_pass_decorator, option as option, pass_context as pass_context, pass_obj as pass_obj, password_option as password_option, version_option as version_option
from click.exceptions import Abort as Abort, BadParameter as BadParameter, ClickException as ClickException, UsageError as UsageError
from click.globals import get_current_context as get_current_context
from click.termui import confirm as confirm, edit as edit, launch as launch, prompt as prompt, secho as secho, style as style
from click.types import Choice as Choice, File as File, ParamType as ParamType, Path as Path
from click.utils import _get_binary_stream as get_binary_stream, _get_text_stream as get_text_stream, echo as echo, format_filename as format_filename, get_app_dir as get_app_dir, open_file as open_file
