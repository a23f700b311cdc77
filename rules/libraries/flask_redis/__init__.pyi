# Flask-Redis 0.x: the extension, which is a client.

from flask_redis.client import FlaskRedis as FlaskRedis
