# Werkzeug 1.x to 3.x: requests, responses and their data structures, routing, security, exceptions.

from werkzeug.datastructures import FileStorage as FileStorage
from werkzeug.local import LocalProxy as LocalProxy
from werkzeug.security import check_password_hash as check_password_hash, generate_password_hash as generate_password_hash
from werkzeug.utils import redirect as redirect, secure_filename as secure_filename
from werkzeug.wrappers.request import Request as Request
from werkzeug.wrappers.response import Response as Response
