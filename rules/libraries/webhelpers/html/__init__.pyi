# WebHelpers 1.x, `webhelpers.html`: names that live elsewhere.

from webhelpers.html.builder import literal as literal
