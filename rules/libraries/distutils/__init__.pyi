# Python 2.7 to 3.11: the package of distutils; its modules have the names.
