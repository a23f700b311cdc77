# Python 3.8 to 3.14: parsers of XML that call methods of a handler.

import xml.sax.expatreader

from xml.sax.handler import ContentHandler as ContentHandler
from xml.sax.handler import ErrorHandler as ErrorHandler
from xml.sax.xmlreader import InputSource as InputSource
from xml.sax._exceptions import SAXException as SAXException
from xml.sax._exceptions import SAXParseException as SAXParseException
from xml.sax._exceptions import SAXNotRecognizedException as SAXNotRecognizedException
from xml.sax._exceptions import SAXNotSupportedException as SAXNotSupportedException
from xml.sax._exceptions import SAXReaderNotAvailable as SAXReaderNotAvailable

def parse(source, handler: ContentHandler, errorHandler=...): ...
def parseString(string, handler: ContentHandler, errorHandler=...): ...
def make_parser(parser_list=...) -> xml.sax.expatreader.ExpatParser: ...
