# Kinto 9 and later, `kinto.core`: `Service`.

from cornice.service import Service as _CorniceService

class Service(_CorniceService): ...
