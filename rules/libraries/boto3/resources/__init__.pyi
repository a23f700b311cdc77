# boto3 1.x, `boto3.resources`: a package, for the modules below it.
