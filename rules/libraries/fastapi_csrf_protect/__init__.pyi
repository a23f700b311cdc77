# fastapi-csrf-protect 0.x and 1.x: the protection against request forgery.

from fastapi_csrf_protect.core import CsrfProtect as CsrfProtect
