# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.utilities.typing`: names that live elsewhere.

from aws_lambda_powertools.utilities.typing.lambda_context import LambdaContext as LambdaContext
