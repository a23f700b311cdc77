# Python 3.8 to 3.14: a message as part of a message.

from email.mime.nonmultipart import MIMENonMultipart

class MIMEMessage(MIMENonMultipart):
    def __init__(self, _msg, *, policy=...): ...
