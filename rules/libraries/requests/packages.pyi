# requests 2.x, `requests.packages`: names that live elsewhere.

import urllib3 as urllib3
