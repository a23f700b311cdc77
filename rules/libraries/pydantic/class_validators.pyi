# Pydantic 1.x and 2.x, `pydantic.class_validators`: names that live elsewhere.

from pydantic.deprecated.class_validators import root_validator as root_validator, validator as validator
