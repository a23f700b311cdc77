# Python 3.8 to 3.14: the package of parts of messages; its modules have the names.
