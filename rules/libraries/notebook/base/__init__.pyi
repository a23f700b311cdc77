# Jupyter Notebook before 7.x, `notebook.base`: a package, for the modules below it.
