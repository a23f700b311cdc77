from flask import Flask
from .svc import Service, start

app = Flask("x")
service = Service("x")
started = start()
optional: "Service | None" = None
