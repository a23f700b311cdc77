# Django Ninja 0.x and 1.x, `ninja.params`: `Body`, `Cookie`, `File`, `Form` and others.

from typing import Any

Body: Any
Cookie: Any
File: Any
Form: Any
Header: Any
Path: Any
Query: Any
