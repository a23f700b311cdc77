# Pydantic 1.x and 2.x, `pydantic.v1`: names that live elsewhere.

from pydantic.v1.class_validators import root_validator as root_validator, validator as validator
from pydantic.v1.decorator import validate_arguments as validate_arguments
from pydantic.v1.env_settings import BaseSettings as BaseSettings
from pydantic.v1.error_wrappers import ValidationError as ValidationError
from pydantic.v1.fields import Field as Field
from pydantic.v1.main import BaseModel as BaseModel, create_model as create_model
from pydantic.v1.types import SecretStr as SecretStr
