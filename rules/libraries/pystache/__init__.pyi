# pystache 0.x: templates.

from pystache.init import render as render
from pystache.renderer import Renderer as Renderer
