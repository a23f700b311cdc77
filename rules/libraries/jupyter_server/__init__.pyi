# Jupyter Server 1.x and 2.x: request handlers.
