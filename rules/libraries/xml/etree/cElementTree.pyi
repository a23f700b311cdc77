# Python 2.7 to 3.8: `xml.etree.ElementTree` in C; removed in 3.9.

from xml.etree.ElementTree import *
