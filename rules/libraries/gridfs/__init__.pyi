# the gridfs package of PyMongo 3.x and 4.x: files kept in a database.

from gridfs.synchronous.grid_file import GridFS as GridFS, GridFSBucket as GridFSBucket
