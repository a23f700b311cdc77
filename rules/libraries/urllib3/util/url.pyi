# urllib3 1.x and 2.x, `urllib3.util.url`: `Url`, `parse_url`.

class Url(tuple):
    scheme: str | None
    auth: str | None
    host: str | None
    path: str | None
    query: str | None
    fragment: str | None
    port: int | None

def parse_url(url) -> Url: ...
