# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.event_handler`: names that live elsewhere.

from aws_lambda_powertools.event_handler.api_gateway import APIGatewayRestResolver as APIGatewayRestResolver
