# APScheduler 3.x and 4.x, `apscheduler.jobstores`: a package, for the modules below it.
