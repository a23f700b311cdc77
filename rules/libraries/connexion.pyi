# Connexion 2.x and 3.x: the application.

from flask.app import Flask

class FlaskApp:
    app: Flask
    def add_api(self, specification, **kwargs): ...
    def run(self, *args, **kwargs): ...

App = FlaskApp
