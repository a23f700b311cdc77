# Flask-Migrate 2.x to 4.x: the extension.

class Migrate:
    def init_app(self, app, db=..., directory=..., command=..., compare_type=..., render_as_batch=..., **kwargs): ...
