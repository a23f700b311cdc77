# Cornice 5.x and 6.x: services.

from cornice.service import Service as Service
