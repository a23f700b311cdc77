# click 7.x and 8.x, `click.globals`: `get_current_context`.

from click.core import Context

def get_current_context(silent=...) -> Context: ...
