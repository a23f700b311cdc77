# Werkzeug 1.x to 3.x, `werkzeug.contrib.fixers`: names that live elsewhere.

from werkzeug.middleware.proxy_fix import ProxyFix as ProxyFix
