# Python 3.8 to 3.14: sound as part of a message.

from email.mime.nonmultipart import MIMENonMultipart

class MIMEAudio(MIMENonMultipart):
    def __init__(self, _audiodata, *, policy=..., **_params): ...
