# defusedxml 0.x: XML parsed without entities.

from defusedxml.common import DefusedXmlException as DefusedXmlException

def defuse_stdlib(): ...
