# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.utilities.batch`: names that live elsewhere.

from aws_lambda_powertools.utilities.batch.decorators import batch_processor as batch_processor
