# Flask-Limiter 1.x to 4.x: the limiter and its decorators.

from flask_limiter._extension import Limiter as Limiter
from flask_limiter.errors import RateLimitExceeded as RateLimitExceeded
