# Hypothesis 6.x, `hypothesis.strategies._internal`: a package, for the modules below it.
