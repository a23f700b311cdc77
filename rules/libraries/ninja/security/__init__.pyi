# Django Ninja 0.x and 1.x, `ninja.security`: `django_auth`.

from typing import Any
from ninja.security.apikey import APIKeyHeader as APIKeyHeader, APIKeyQuery as APIKeyQuery
from ninja.security.http import HttpBearer as HttpBearer

django_auth: Any
