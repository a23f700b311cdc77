# Tornado 5.x and 6.x: request handlers, the HTTP client, templates, websockets and coroutines.
