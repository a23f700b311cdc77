# graphql-core 3.x, `graphql.type`: a package, for the modules below it.
