# botocore 1.x, `botocore.exceptions`: `ClientError`, `BotoCoreError`, `NoCredentialsError`.

class ClientError(Exception):
    response: dict[str, object]

class BotoCoreError(Exception): ...
class NoCredentialsError(BotoCoreError): ...
