# requests 2.x, `requests.status_codes`: `codes`.

from typing import Any

codes: Any
