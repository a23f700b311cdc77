# Twisted 18 and later: test cases.
