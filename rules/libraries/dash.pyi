# Dash 2.x to 4.x: the application.

from collections.abc import Callable
from flask.app import Flask

class Dash:
    server: Flask
    layout: object
    def callback[F](self, *args, **kwargs) -> Callable[[F], F]: ...
    def run(self, *args, **kwargs): ...
    def run_server(self, *args, **kwargs): ...
