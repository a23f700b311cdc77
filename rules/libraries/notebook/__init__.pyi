# Jupyter Notebook before 7.x: request handlers.
