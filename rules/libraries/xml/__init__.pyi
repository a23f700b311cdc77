# Python 3.8 to 3.14: the package of XML; its modules have the names.
