# FastAPI 0.x, `fastapi.datastructures`: `UploadFile`.

from starlette.datastructures import Headers, UploadFile as _StarletteUploadFile
from typing import BinaryIO

class UploadFile(_StarletteUploadFile):
    file: BinaryIO
    filename: str | None
    size: int | None
    headers: Headers
    async def read(self, size=...) -> bytes: ...
    async def write(self, data): ...
    async def seek(self, offset): ...
    async def close(self): ...
