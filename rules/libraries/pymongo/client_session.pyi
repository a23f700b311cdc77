# PyMongo 3.x and 4.x, `pymongo.client_session`: names that live elsewhere.

from pymongo.synchronous.client_session import ClientSession as ClientSession
