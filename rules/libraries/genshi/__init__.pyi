# Genshi 0.x: templates and streams.
