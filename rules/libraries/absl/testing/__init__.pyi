# Abseil 1.x and 2.x, `absl.testing`: a package, for the modules below it.
