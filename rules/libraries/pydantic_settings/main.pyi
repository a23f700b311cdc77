# pydantic-settings 2.x, `pydantic_settings.main`: `BaseSettings`, `SettingsConfigDict`.

from pydantic.main import BaseModel

class BaseSettings(BaseModel):
    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings): ...

class SettingsConfigDict(dict): ...
