# graphql-core 3.x, `graphql.language`: a package, for the modules below it.
