# chevron 0.x: templates.

from chevron.renderer import render as render
