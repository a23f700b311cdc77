# Pydantic 1.x and 2.x, `pydantic.v1.types`: `SecretStr`.

class SecretStr:
    def get_secret_value(self) -> str: ...
