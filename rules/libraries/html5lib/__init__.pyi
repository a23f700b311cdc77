# html5lib 1.x: HTML parsed.

from html5lib.html5parser import HTMLParser as HTMLParser, parse as parse, parseFragment as parseFragment
