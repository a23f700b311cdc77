# Litestar 2.x, `litestar.datastructures`: names that live elsewhere.

from litestar.datastructures.state import State as State
from litestar.datastructures.upload_file import UploadFile as UploadFile
