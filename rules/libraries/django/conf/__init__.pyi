# Django 2.x to 5.x, `django.conf`: `LazySettings`, `settings`.

class LazySettings:
    def configure(self, default_settings=..., **options): ...
    configured: bool
    SECRET_KEY: str
    DEBUG: bool
    ALLOWED_HOSTS: list[str]
    INSTALLED_APPS: list[str]
    MIDDLEWARE: list[str]
    DATABASES: dict[str, dict[str, object]]
    MEDIA_ROOT: str
    MEDIA_URL: str
    STATIC_ROOT: str
    STATIC_URL: str
    AUTH_USER_MODEL: str
    DEFAULT_FROM_EMAIL: str
    LOGIN_URL: str

settings: LazySettings
