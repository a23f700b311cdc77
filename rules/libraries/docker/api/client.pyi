# docker 3.x to 7.x, `docker.api.client`: `APIClient`.

from docker.api.build import BuildApiMixin
from docker.api.container import ContainerApiMixin
from docker.api.exec_api import ExecApiMixin
from docker.api.image import ImageApiMixin
from requests.sessions import Session

class APIClient(Session, BuildApiMixin, ContainerApiMixin, ExecApiMixin, ImageApiMixin): ...
