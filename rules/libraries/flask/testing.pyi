# Flask 1.x to 3.x, `flask.testing`: `FlaskClient`, `FlaskCliRunner`, `EnvironBuilder`.

from click.testing import CliRunner, Result
from contextlib import AbstractContextManager
from flask.app import Flask
from flask.sessions import SessionMixin
from typing import Self
from werkzeug.test import Client, EnvironBuilder as _WerkzeugEnvironBuilder, TestResponse

class FlaskClient(Client):
    application: Flask
    def session_transaction(self, *args, **kwargs) -> AbstractContextManager[SessionMixin]: ...
    def open(self, *args, buffered=..., follow_redirects=..., **kwargs) -> TestResponse: ...
    def __enter__(self) -> Self: ...

class FlaskCliRunner(CliRunner):
    def invoke(self, cli=..., args=..., **kwargs) -> Result: ...

class EnvironBuilder(_WerkzeugEnvironBuilder): ...
