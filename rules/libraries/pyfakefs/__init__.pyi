# pyfakefs 4.x to 6.x: test cases with a file system of their own.
