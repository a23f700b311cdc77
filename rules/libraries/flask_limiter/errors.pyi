# Flask-Limiter 1.x to 4.x, `flask_limiter.errors`: `RateLimitExceeded`.

from werkzeug.exceptions import TooManyRequests

class RateLimitExceeded(TooManyRequests): ...
