# botocore 1.x, `botocore.credentials`: `Credentials`.

class Credentials:
    access_key: str
    secret_key: str
    token: str | None
