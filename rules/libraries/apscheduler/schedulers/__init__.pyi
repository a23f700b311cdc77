# APScheduler 3.x and 4.x, `apscheduler.schedulers`: a package, for the modules below it.
