# graphql-core 3.x, `graphql.validation`: a package, for the modules below it.
