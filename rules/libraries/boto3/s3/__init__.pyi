# boto3 1.x, `boto3.s3`: a package, for the modules below it.
