# boto3 1.x, `boto3.dynamodb`: a package, for the modules below it.
