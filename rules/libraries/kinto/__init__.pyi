# Kinto 9 and later: services.
