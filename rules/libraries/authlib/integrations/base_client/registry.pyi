# Authlib 0.x and 1.x, `authlib.integrations.base_client.registry`: `BaseOAuth`.

class BaseOAuth:
    def __getattr__(self, key): ...
