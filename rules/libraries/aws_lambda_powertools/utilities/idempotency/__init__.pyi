# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.utilities.idempotency`: names that live elsewhere.

from aws_lambda_powertools.utilities.idempotency.idempotency import _idempotent as idempotent
