# docker 3.x to 7.x, `docker.api`: a package, for the modules below it.
