# Flask-Redis 0.x, `flask_redis.client`: `FlaskRedis`.

from redis.client import Redis

class FlaskRedis(Redis):
    def init_app(self, app, **kwargs): ...
