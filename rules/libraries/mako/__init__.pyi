# Mako 1.x: templates and their lookup.
