# Keras 2.x and 3.x: what loads models.
