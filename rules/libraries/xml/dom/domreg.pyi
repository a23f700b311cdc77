# Python 3.8 to 3.14: which implementation of the DOM is used.

import xml.dom.minidom

import xml.dom.minidom

def getDOMImplementation(name=..., features=...) -> xml.dom.minidom.DOMImplementation: ...
def registerDOMImplementation(name, factory): ...
