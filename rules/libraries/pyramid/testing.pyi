# Pyramid 1.x and 2.x, `pyramid.testing`: `DummyRequest`, `setUp`.

from pyramid.config import Configurator
from pyramid.request import CallbackMethodsMixin
from pyramid.security import AuthenticationAPIMixin, SecurityAPIMixin
from pyramid.url import URLMethodsMixin

class DummyRequest(URLMethodsMixin, CallbackMethodsMixin, SecurityAPIMixin, AuthenticationAPIMixin): ...
def setUp(registry=..., request=..., hook_zca=..., autocommit=..., settings=..., package=...) -> Configurator: ...
