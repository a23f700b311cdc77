# Jinja2 2.x and 3.x, `jinja2.nativetypes`: `NativeEnvironment`.

from jinja2.environment import Environment

class NativeEnvironment(Environment): ...
