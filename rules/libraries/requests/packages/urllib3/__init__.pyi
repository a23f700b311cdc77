# requests 2.x, `requests.packages.urllib3`: names that live elsewhere.

from urllib3 import disable_warnings as disable_warnings
