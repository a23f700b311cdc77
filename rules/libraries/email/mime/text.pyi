# Python 3.8 to 3.14: a part of text.

from email.mime.nonmultipart import MIMENonMultipart

class MIMEText(MIMENonMultipart):
    def __init__(self, _text, *, policy=...): ...
