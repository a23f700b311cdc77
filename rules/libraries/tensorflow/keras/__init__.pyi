# TensorFlow 2.x, `tensorflow.keras`: a package, for the modules below it.
