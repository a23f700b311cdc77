# passlib 1.x, `passlib.apps`: `custom_app_context`.

from passlib.context import CryptContext

custom_app_context: CryptContext
