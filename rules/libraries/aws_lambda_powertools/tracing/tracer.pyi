# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.tracing.tracer`: `Tracer`.

from collections.abc import Callable

class Tracer:
    def capture_lambda_handler[F](self, lambda_handler: F | None = ..., capture_response=..., capture_error=...) -> F | Callable[[F], F]: ...
    def capture_method[F](self, method: F | None = ..., capture_response=..., capture_error=...) -> F | Callable[[F], F]: ...
