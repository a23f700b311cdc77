# Flask-CORS 3.x to 6.x, `flask_cors.extension`: `CORS`.

class CORS:
    def init_app(self, app, **kwargs): ...
