# TensorFlow 2.x: what loads models.
