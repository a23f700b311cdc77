# Python 3.8 to 3.14: an image as part of a message.

from email.mime.nonmultipart import MIMENonMultipart

class MIMEImage(MIMENonMultipart):
    def __init__(self, _imagedata, *, policy=..., **_params): ...
