# PyMongo 3.x and 4.x, `pymongo.command_cursor`: names that live elsewhere.

from pymongo.synchronous.command_cursor import CommandCursor as CommandCursor
