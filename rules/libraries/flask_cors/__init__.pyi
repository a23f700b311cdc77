# Flask-CORS 3.x to 6.x: the extension and its decorator.

from flask_cors.decorator import cross_origin as cross_origin
from flask_cors.extension import CORS as CORS
