# PyMongo 3.x and 4.x, `pymongo.cursor`: names that live elsewhere.

from pymongo.synchronous.cursor import Cursor as Cursor
