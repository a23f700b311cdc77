# Python 3.8 to 3.14: a part of bytes of an application.

from email.mime.nonmultipart import MIMENonMultipart

class MIMEApplication(MIMENonMultipart):
    def __init__(self, _data, *, policy=..., **_params): ...
