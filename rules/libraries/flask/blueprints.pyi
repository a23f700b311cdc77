# Flask 1.x to 3.x, `flask.blueprints`: `Blueprint`.

from flask.cli import AppGroup
from flask.sansio.blueprints import Blueprint as _FlaskBlueprint
from flask.wrappers import Response
from typing import IO
from flask.sansio.blueprints import BlueprintSetupState as BlueprintSetupState

class Blueprint(_FlaskBlueprint):
    cli: AppGroup
    def send_static_file(self, filename) -> Response: ...
    def open_resource(self, resource, mode=..., encoding=...) -> IO[bytes]: ...
