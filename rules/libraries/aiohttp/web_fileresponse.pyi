# aiohttp 3.x, `aiohttp.web_fileresponse`: `FileResponse`.

from aiohttp.web_response import StreamResponse

class FileResponse(StreamResponse): ...
