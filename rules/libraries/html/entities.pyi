# Python 3.8 to 3.14: the named characters of HTML.

html5: dict[str, str]
name2codepoint: dict[str, int]
codepoint2name: dict[int, str]
entitydefs: dict[str, str]
