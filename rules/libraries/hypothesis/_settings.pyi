# Hypothesis 6.x, `hypothesis._settings`: `settings`.

class settings:
    def __call__[F](self, test: F) -> F: ...
