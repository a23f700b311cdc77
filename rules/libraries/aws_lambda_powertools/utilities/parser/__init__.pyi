# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.utilities.parser`: names that live elsewhere.

from aws_lambda_powertools.utilities.parser.parser import event_parser as event_parser
