# PyMongo 3.x and 4.x, `pymongo.collection`: names that live elsewhere.

from pymongo.synchronous.collection import Collection as Collection
