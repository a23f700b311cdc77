# RQ 1.x and 2.x, `rq.worker`: a package, for the modules below it.
