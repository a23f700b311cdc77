# docker 3.x to 7.x, `docker.models`: a package, for the modules below it.
