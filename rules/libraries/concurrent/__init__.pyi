# Python 3.8 to 3.14: the package of work beside other work; its modules have the names.
