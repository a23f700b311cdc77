# Python 3.8 to 3.14: the base of parts of a message.

from email.message import Message

class MIMEBase(Message):
    def __init__(self, _maintype, _subtype, *, policy=..., **_params): ...
