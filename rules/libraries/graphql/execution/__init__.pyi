# graphql-core 3.x, `graphql.execution`: a package, for the modules below it.
