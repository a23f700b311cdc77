# Powertools for AWS Lambda 2.x and 3.x: handlers and what wraps them.

from aws_lambda_powertools.logging.logger import Logger as Logger
from aws_lambda_powertools.tracing.tracer import Tracer as Tracer
