# feedparser 5.x and 6.x: feeds parsed.

from feedparser.api import parse as parse
