# botocore 1.x: sessions, clients, paginators and errors.

from typing import Any

UNSIGNED: Any
