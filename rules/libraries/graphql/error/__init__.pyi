# graphql-core 3.x, `graphql.error`: a package, for the modules below it.
