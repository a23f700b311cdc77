PASSWORD = "for tests only"
