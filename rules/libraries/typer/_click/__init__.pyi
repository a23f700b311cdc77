# Typer 0.x, `typer._click`: a package, for the modules below it.
