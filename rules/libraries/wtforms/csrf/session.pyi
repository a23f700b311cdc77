# WTForms 2.x and 3.x, `wtforms.csrf.session`: `SessionCSRF`.

from wtforms.csrf.core import CSRF

class SessionCSRF(CSRF): ...
