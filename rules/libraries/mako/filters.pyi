# Mako 1.x, `mako.filters`: names that live elsewhere.

from markupsafe import escape as escape
