# PyMongo 3.x and 4.x, `pymongo.database`: names that live elsewhere.

from pymongo.synchronous.database import Database as Database
