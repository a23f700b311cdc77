# Django REST framework 3.x, `rest_framework.settings`: `api_settings`.

from typing import Any

api_settings: Any
