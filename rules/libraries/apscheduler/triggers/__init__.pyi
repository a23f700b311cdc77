# APScheduler 3.x and 4.x, `apscheduler.triggers`: a package, for the modules below it.
