# Python 2.7: a parser of HTML; the class moved to `html.parser`.

from html.parser import HTMLParser as HTMLParser
