# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.utilities.validation`: names that live elsewhere.

from aws_lambda_powertools.utilities.validation.validator import validator as validator
