# google-auth 1.x and 2.x, `google.auth`: names that live elsewhere.

from google.auth._default import default as default
