# Starlette 0.x: the application, routes, requests, responses, websockets and middleware.
