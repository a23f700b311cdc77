# aws-lambda-typing 2.x, `aws_lambda_typing.context`: names that live elsewhere.

from aws_lambda_typing.context.context import Context as Context
