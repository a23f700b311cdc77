# Python 3.8 to 3.14: numbers of tokens.

tok_name: dict[int, str]
ENDMARKER: int
NAME: int
NUMBER: int
STRING: int
NEWLINE: int
INDENT: int
DEDENT: int
OP: int
COMMENT: int
NL: int
ENCODING: int
ERRORTOKEN: int

def ISTERMINAL(x) -> bool: ...
def ISNONTERMINAL(x) -> bool: ...
def ISEOF(x) -> bool: ...
