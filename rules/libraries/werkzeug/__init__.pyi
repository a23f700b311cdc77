# Werkzeug 1.x to 3.x: requests, responses and their data structures, routing, security, exceptions.

from werkzeug.wrappers.request import Request as Request
from werkzeug.wrappers.response import Response as Response
from werkzeug.utils import secure_filename as secure_filename, redirect as redirect
from werkzeug.security import generate_password_hash as generate_password_hash, check_password_hash as check_password_hash
from werkzeug.datastructures import FileStorage as FileStorage
from werkzeug.local import LocalProxy as LocalProxy
