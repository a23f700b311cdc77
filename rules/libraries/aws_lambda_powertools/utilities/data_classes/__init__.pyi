# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.utilities.data_classes`: names that live elsewhere.

from aws_lambda_powertools.utilities.data_classes.event_source import _event_source as event_source
