# Pydantic 1.x and 2.x: models, fields, validators and types.

from pydantic.config import ConfigDict as ConfigDict
from pydantic.deprecated.class_validators import root_validator as root_validator, validator as validator
from pydantic.deprecated.decorator import validate_arguments as validate_arguments
from pydantic.deprecated.tools import parse_obj_as as parse_obj_as
from pydantic.env_settings import BaseSettings as BaseSettings
from pydantic.fields import Field as Field, PrivateAttr as PrivateAttr, computed_field as computed_field
from pydantic.functional_serializers import field_serializer as field_serializer, model_serializer as model_serializer
from pydantic.functional_validators import AfterValidator as AfterValidator, BeforeValidator as BeforeValidator, PlainValidator as PlainValidator, WrapValidator as WrapValidator, field_validator as field_validator, model_validator as model_validator
from pydantic.main import BaseModel as BaseModel, create_model as create_model
from pydantic.networks import AnyHttpUrl as AnyHttpUrl, AnyUrl as AnyUrl, EmailStr as EmailStr, HttpUrl as HttpUrl, PostgresDsn as PostgresDsn, RedisDsn as RedisDsn
from pydantic.root_model import RootModel as RootModel
from pydantic.tools import parse_file_as as parse_file_as, parse_raw_as as parse_raw_as
from pydantic.type_adapter import TypeAdapter as TypeAdapter
from pydantic.types import DirectoryPath as DirectoryPath, FilePath as FilePath, Json as Json, SecretBytes as SecretBytes, SecretStr as SecretStr, StrictInt as StrictInt, StrictStr as StrictStr, confloat as confloat, conint as conint, conlist as conlist, constr as constr
from pydantic.validate_call_decorator import validate_call as validate_call
from pydantic_core.core_schema import ValidationInfo as ValidationInfo

class ValidationError(ValueError):
    def errors(self, *, include_url=..., include_context=..., include_input=...) -> list[dict[str, object]]: ...
    def json(self, *args, **kwargs) -> str: ...
    def error_count(self) -> int: ...
