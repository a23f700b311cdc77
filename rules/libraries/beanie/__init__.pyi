# Beanie 1.x and 2.x: documents.

from beanie.odm.documents import Document as Document
from beanie.odm.utils.init import init_beanie as init_beanie
