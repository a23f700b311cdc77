# aws-lambda-typing 2.x: the context of a handler.
