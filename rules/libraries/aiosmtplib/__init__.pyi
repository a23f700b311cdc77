# aiosmtplib 1.x to 5.x: the client.

from aiosmtplib.api import send as send
from aiosmtplib.smtp import SMTP as SMTP
