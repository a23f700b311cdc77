# Python 3.8 to 3.14: a part of parts.

from email.mime.base import MIMEBase

class MIMEMultipart(MIMEBase):
    def __init__(self, boundary=..., *, policy=..., **_params): ...
