# Python 3.8 to 3.14: a part without parts.

from email.mime.base import MIMEBase

class MIMENonMultipart(MIMEBase): ...
