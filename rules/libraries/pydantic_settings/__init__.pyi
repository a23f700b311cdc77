# pydantic-settings 2.x: models that are filled from the environment.

from pydantic_settings.main import BaseSettings as BaseSettings, SettingsConfigDict as SettingsConfigDict
