# Pydantic 1.x and 2.x, `pydantic.decorator`: names that live elsewhere.

from pydantic.deprecated.decorator import validate_arguments as validate_arguments
