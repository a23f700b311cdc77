# Powertools for AWS Lambda 2.x and 3.x, `aws_lambda_powertools.tracing`: a package, for the modules below it.
